package dev.airlock.sandbox.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes as the host serves them, asked for or sent ahead: the body of a {@code CLASSES} frame.
 */
public final class ClassOffers {
  private static final int ABSENT = 0;
  private static final int HELD = 1;
  private static final int PRESENT = 2;

  private ClassOffers() {}

  /** The body of the frame. */
  public static byte[] encode(List<ClassOffer> offers) {
    int size = offers.stream().mapToInt(offer -> offer.answer().bytes().length + 128).sum();
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(offers.size());
      for (ClassOffer offer : offers) {
        out.writeInt(offer.asked().loader());
        out.writeUTF(offer.asked().name());
        write(offer.answer(), out);
      }
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  /** What a frame's body says. Read by the guest, which trusts its host. */
  public static List<ClassOffer> decode(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      int count = in.readInt();
      List<ClassOffer> offers = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        offers.add(new ClassOffer(new ClassRef(in.readInt(), in.readUTF()), read(in)));
      }
      return offers;
    }
  }

  private static void write(ClassAnswer answer, DataOutputStream out) throws IOException {
    if (answer.isAbsent()) {
      out.writeByte(ABSENT);
    } else if (answer.isHeld()) {
      out.writeByte(HELD);
      out.writeInt(answer.loader());
    } else {
      out.writeByte(PRESENT);
      out.writeInt(answer.loader());
      out.writeInt(answer.bytes().length);
      out.write(answer.bytes());
    }
  }

  private static ClassAnswer read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == ABSENT) {
      return ClassAnswer.ABSENT;
    }
    int loader = in.readInt();
    if (kind == HELD) {
      return ClassAnswer.held(loader);
    }
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return ClassAnswer.present(loader, bytes);
  }
}
