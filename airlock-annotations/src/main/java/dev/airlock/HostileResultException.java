package dev.airlock;

/**
 * What came back from the sandbox was not what the method may return, or broke the protocol. The
 * guest was destroyed. A correct guest never causes this; a hostile one can cause nothing worse.
 */
public final class HostileResultException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public HostileResultException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public HostileResultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
