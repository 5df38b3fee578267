package dev.airlock;

/**
 * No sandbox could be had, so nothing ran. The message lists every engine that was tried, why each
 * did not do, and the command or setting that would change it.
 */
public final class SandboxUnavailableException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public SandboxUnavailableException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public SandboxUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
