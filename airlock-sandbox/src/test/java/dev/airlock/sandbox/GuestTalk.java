package dev.airlock.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The host's side of a talk with {@link StandInGuest}. */
public final class GuestTalk {
  private final Sandbox sandbox;
  private final DataInputStream in;
  private final DataOutputStream out;

  public GuestTalk(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.in = new DataInputStream(sandbox.fromGuest());
    this.out = new DataOutputStream(sandbox.toGuest());
  }

  /** Sends a command and waits for the answer. */
  public String ask(String command) throws IOException {
    tell(command);
    try {
      return in.readUTF();
    } catch (IOException e) {
      throw new IOException(e + "; " + sandbox.awaitExit(java.time.Duration.ofSeconds(5)), e);
    }
  }

  /** Sends a command. */
  public void tell(String command) throws IOException {
    out.writeUTF(command);
    out.flush();
  }
}
