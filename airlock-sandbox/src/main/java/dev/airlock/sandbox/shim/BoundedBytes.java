package dev.airlock.sandbox.shim;

import java.io.ByteArrayOutputStream;

/**
 * A byte array stream that stops at a limit, and whose array can be sent without a copy. A result
 * that the host would refuse does not take the guest's memory first.
 */
final class BoundedBytes extends ByteArrayOutputStream {
  /** More was written than the limit admits. Unchecked, as a byte array stream fails in no way. */
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FullException(long limit) {
      super("It takes more than " + limit + " bytes.", null, false, false);
    }
  }

  private final long limit;

  BoundedBytes(long limit) {
    this.limit = limit;
  }

  @Override
  public synchronized void write(int b) {
    admit(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    admit(length);
    super.write(bytes, offset, length);
  }

  byte[] array() {
    return buf;
  }

  private void admit(int more) {
    if (more > limit - count) {
      throw new FullException(limit);
    }
  }
}
