package dev.airlock.runtime.capture;

/** Ends a search: the receiver goes where it cannot be followed. Has no stack trace. */
final class EscapeException extends Exception {
  private static final long serialVersionUID = 1L;

  EscapeException(String reason) {
    super(reason, null, false, false);
  }
}
