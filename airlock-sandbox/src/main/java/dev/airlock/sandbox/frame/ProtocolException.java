package dev.airlock.sandbox.frame;

import java.io.IOException;

/** The other side broke the protocol. On the host that means: destroy the guest, fail the call. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An exception that says what came and what was expected, with hostile text escaped. */
  public ProtocolException(String message) {
    super(message);
  }
}
