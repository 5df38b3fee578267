package dev.airlock.sandbox.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a guest is to run.
 *
 * @param callId what the host's logs call it
 * @param kind how the body is reached
 * @param owner the class that declares the method
 * @param method the method's name and descriptor. For {@link Kind#CALLABLE} it is the method whose
 *     declaration says what the result may be
 * @param admitted further types that the result may contain in open places
 * @param contract the digest of the result's contract, which the guest's own must equal
 * @param maxResult the most bytes that the encoded result or failure may take
 * @param payloadBytes the length of the encoded receiver and arguments that follow
 */
public record CallHeader(
    String callId,
    Kind kind,
    ClassRef owner,
    String method,
    List<ClassRef> admitted,
    byte[] contract,
    long maxResult,
    int payloadBytes) {
  /** How the body is reached. */
  public enum Kind {
    /**
     * The payload is the receiver (null for a static method) and the arguments of {@code method}.
     */
    METHOD,
    /** The payload is one {@link java.util.concurrent.Callable}. */
    CALLABLE
  }

  /** The body of the frame. */
  public byte[] encode() {
    ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeUTF(callId);
      out.writeByte(kind.ordinal());
      write(owner, out);
      out.writeUTF(method);
      out.writeInt(admitted.size());
      for (ClassRef type : admitted) {
        write(type, out);
      }
      out.writeInt(contract.length);
      out.write(contract);
      out.writeLong(maxResult);
      out.writeInt(payloadBytes);
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  /** What a frame's body says. Read by the guest, which trusts its host. */
  public static CallHeader decode(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      String callId = in.readUTF();
      Kind kind = Kind.values()[in.readByte()];
      ClassRef owner = readType(in);
      String method = in.readUTF();
      int count = in.readInt();
      List<ClassRef> admitted = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        admitted.add(readType(in));
      }
      byte[] contract = new byte[in.readInt()];
      in.readFully(contract);
      return new CallHeader(
          callId, kind, owner, method, admitted, contract, in.readLong(), in.readInt());
    }
  }

  private static void write(ClassRef type, DataOutputStream out) throws IOException {
    out.writeInt(type.loader());
    out.writeUTF(type.name());
  }

  private static ClassRef readType(DataInputStream in) throws IOException {
    return new ClassRef(in.readInt(), in.readUTF());
  }
}
