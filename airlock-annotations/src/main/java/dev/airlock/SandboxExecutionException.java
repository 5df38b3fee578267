package dev.airlock;

/**
 * The body threw in the sandbox something that is not rebuilt on the host, or the guest died.
 *
 * <p>Never rebuilt are an {@code Error}, an {@code InterruptedException}, a type of Airlock's own,
 * a checked exception that the method does not declare, and a type without a constructor for a
 * message. What is known of it is here as text, escaped and cut.
 */
public final class SandboxExecutionException extends AirlockException {
  private static final long serialVersionUID = 1L;

  private final String errorType;
  private final String remoteStackTrace;

  /**
   * An exception with what the guest said.
   *
   * @param message what happened and what to do
   * @param errorType the name of the type that was thrown, as the guest gave it; empty if the guest
   *     died
   * @param remoteStackTrace its stack trace in the guest, one frame a line; may be empty
   * @param cause on the host, or null
   */
  public SandboxExecutionException(
      String message, String errorType, String remoteStackTrace, @Nullable Throwable cause) {
    super(message, cause);
    this.errorType = errorType;
    this.remoteStackTrace = remoteStackTrace;
  }

  /**
   * The name of the type that was thrown, as the guest gave it: text from a sandbox, good for
   * reading and not for deciding. Empty if the guest died.
   */
  public String errorType() {
    return errorType;
  }

  /** The stack trace in the guest, one frame a line, as the guest gave it; may be empty. */
  public String remoteStackTrace() {
    return remoteStackTrace;
  }
}
