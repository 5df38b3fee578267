package dev.airlock.sandbox.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The contents of all resources of one name: the body of a {@code RESOURCES} frame. */
public final class ServedResources {
  private ServedResources() {}

  /** The body of the frame. */
  public static byte[] encode(List<byte[]> contents) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(contents.size());
      for (byte[] content : contents) {
        out.writeInt(content.length);
        out.write(content);
      }
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  /** What a frame's body says. Read by the guest, which trusts its host. */
  public static List<byte[]> decode(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      int count = in.readInt();
      List<byte[]> contents = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        byte[] content = new byte[in.readInt()];
        in.readFully(content);
        contents.add(content);
      }
      return contents;
    }
  }
}
