package dev.airlock.runtime.pool;

import org.jspecify.annotations.Nullable;

/** There was no guest for a claim, and why. */
public final class NoGuestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /**
   * Why there was none. Only {@link #NO_ENGINE} can let a body run on the host: whatever else it
   * is, load or another's calls may have caused it, and must not choose where a body runs.
   */
  public enum Why {
    /** No engine has ever started a guest here, and trying each shows that none can. */
    NO_ENGINE,
    /** The engine works, but this start failed. */
    START_FAILED,
    /** Every guest was busy for as long as the claim was ready to wait. */
    EXHAUSTED,
    /** The pool is closed. */
    CLOSED
  }

  /** An exception that says why, and what to do. */
  public NoGuestException(Why why, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.why = why;
  }

  /** Why there was none. */
  public Why why() {
    return why;
  }
}
