package dev.airlock.sandbox.message;

import dev.airlock.Isolation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The host's first word to a guest.
 *
 * @param version the protocol that the host speaks
 * @param nonce {@value #NONCE_BYTES} random bytes that the guest has to repeat
 * @param isolation how strongly the sandbox isolates
 * @param sandboxId what the host calls the sandbox
 */
public record Hello(int version, byte[] nonce, Isolation isolation, String sandboxId) {
  /**
   * The protocol that this code speaks. Host and shim are of one build, so there is only ever one.
   */
  public static final int VERSION = 1;

  /** The bytes of a nonce. */
  public static final int NONCE_BYTES = 16;

  /** The body of the frame. */
  public byte[] encode() {
    ByteArrayOutputStream body = new ByteArrayOutputStream(64);
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(version);
      out.write(nonce);
      out.writeUTF(isolation.name());
      out.writeUTF(sandboxId);
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  /** What a frame's body says. Read by the guest, which trusts its host. */
  public static Hello decode(byte[] body) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      int version = in.readInt();
      byte[] nonce = new byte[NONCE_BYTES];
      in.readFully(nonce);
      return new Hello(version, nonce, Isolation.valueOf(in.readUTF()), in.readUTF());
    }
  }
}
