package dev.airlock.sandbox.codec;

/**
 * The receiver cannot be sent in part, so all of it has to be. The message is the reason, as in
 * {@code it is also reached from argument 1}. Has no stack trace: it is part of how calls go.
 */
public final class WholeReceiverException extends Exception {
  private static final long serialVersionUID = 1L;

  WholeReceiverException(String reason) {
    super(reason, null, false, false);
  }
}
