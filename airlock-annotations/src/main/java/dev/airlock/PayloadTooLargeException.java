package dev.airlock;

/**
 * The receiver and the arguments are larger than {@code airlock.max-payload}, or the result is
 * larger than {@code airlock.max-result}. In the first case nothing was sent; in the second the
 * body ran, and the guest was destroyed.
 */
public final class PayloadTooLargeException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public PayloadTooLargeException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public PayloadTooLargeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
