package dev.airlock.samples.documents.generate;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compresses, honestly and for bombs, in the zlib format. */
final class Deflate {
  private static final int BLOCK = 1 << 20;

  private Deflate() {}

  static byte[] compress(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      return drain(deflater, Deflater.NO_FLUSH);
    } finally {
      deflater.end();
    }
  }

  /**
   * What decompresses to so many mebibytes of a pattern. One mebibyte is compressed, and what it
   * became is repeated: after a full flush the pieces do not depend on each other. The checksum at
   * the end is wrong; who notices has decompressed it all.
   */
  static byte[] bomb(byte[] pattern, int mebibytes) {
    byte[] block = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      block[i] = pattern[i % pattern.length];
    }
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(0x78);
    bomb.write(0xda);
    try {
      deflater.setInput(block);
      byte[] piece = drain(deflater, Deflater.FULL_FLUSH);
      for (int i = 0; i < mebibytes; i++) {
        bomb.writeBytes(piece);
      }
      deflater.finish();
      bomb.writeBytes(drain(deflater, Deflater.NO_FLUSH));
    } finally {
      deflater.end();
    }
    bomb.writeBytes(new byte[4]);
    return bomb.toByteArray();
  }

  private static byte[] drain(Deflater deflater, int flush) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int got = deflater.deflate(buffer, 0, buffer.length, flush);
    while (got > 0) {
      out.write(buffer, 0, got);
      got = deflater.deflate(buffer, 0, buffer.length, flush);
    }
    return out.toByteArray();
  }
}
