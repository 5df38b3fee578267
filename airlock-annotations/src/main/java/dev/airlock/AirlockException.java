package dev.airlock;

/**
 * The root of everything that Airlock itself throws. What the body of a method threw is not one of
 * these, unless it could not be rebuilt ({@link SandboxExecutionException}).
 *
 * <p>A message says what happened, to which method, with the measured numbers, and what to do. Text
 * that came from a sandbox is escaped and cut before it becomes part of a message.
 */
public class AirlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public AirlockException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public AirlockException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
