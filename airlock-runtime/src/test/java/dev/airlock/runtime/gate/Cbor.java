package dev.airlock.runtime.gate;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what no correct guest would. */
final class Cbor {
  private Cbor() {}

  /** Something that writes items. */
  @FunctionalInterface
  interface Items {
    void write(CBORGenerator out) throws IOException;
  }

  static byte[] of(Items items) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator out = new CBORFactory().createGenerator(bytes)) {
      items.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Bytes as they are. */
  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** The head of an item: its major type and a 32-bit length. */
  static byte[] head(int major, int length) {
    return bytes(major << 5 | 26, length >> 24, length >> 16, length >> 8, length);
  }
}
