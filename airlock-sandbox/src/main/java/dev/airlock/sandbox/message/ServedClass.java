package dev.airlock.sandbox.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A class as the host serves it to a guest: what {@code CLASSES} frames are lists of.
 *
 * @param wanted which loader was asked, and for what
 * @param definingLoader the number of the loader that defines it; -1 if there is no such class
 * @param bytes the class file; empty if there is no such class, or if the guest has it already
 */
public record ServedClass(TypeName wanted, int definingLoader, byte[] bytes) {
  /** In place of a defining loader: there is no such class. */
  public static final int ABSENT = -1;

  /** The answer that there is no such class. */
  public static ServedClass absent(TypeName wanted) {
    return new ServedClass(wanted, ABSENT, new byte[0]);
  }

  /** Whether there is no such class. */
  public boolean isAbsent() {
    return definingLoader == ABSENT;
  }

  /** The body of a {@code CLASSES} frame. */
  public static byte[] encode(List<ServedClass> classes) {
    int size = classes.stream().mapToInt(served -> served.bytes().length + 128).sum();
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(classes.size());
      for (ServedClass served : classes) {
        out.writeInt(served.wanted().loader());
        out.writeUTF(served.wanted().name());
        out.writeInt(served.definingLoader());
        out.writeInt(served.bytes().length);
        out.write(served.bytes());
      }
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  /** What a {@code CLASSES} body says. Read by the guest, which trusts its host. */
  public static List<ServedClass> decode(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      int count = in.readInt();
      List<ServedClass> classes = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        TypeName wanted = new TypeName(in.readInt(), in.readUTF());
        int definingLoader = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        classes.add(new ServedClass(wanted, definingLoader, bytes));
      }
      return classes;
    }
  }
}
