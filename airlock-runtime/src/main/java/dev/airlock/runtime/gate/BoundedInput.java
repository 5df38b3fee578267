package dev.airlock.runtime.gate;

import dev.airlock.PayloadTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A payload on its way in: counts its bytes and stops at the limit, remembers a failure of the
 * channel, and measures how long it waited. Not thread-safe.
 */
final class BoundedInput extends InputStream {
  private final InputStream in;
  private final long maxBytes;
  private long taken;
  private long waitedNanos;
  private @Nullable IOException failure;

  BoundedInput(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    long start = System.nanoTime();
    int got;
    try {
      got = in.read(target, offset, (int) Math.min(length, maxBytes - taken + 1));
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    waitedNanos += System.nanoTime() - start;
    if (got > 0) {
      taken += got;
    }
    if (taken > maxBytes) {
      throw new PayloadTooLargeException(
          "The result is larger than "
              + maxBytes
              + " bytes. Raise airlock.max-result, or return less.");
    }
    return got;
  }

  /** What the channel failed with, or null. */
  @Nullable IOException failure() {
    return failure;
  }

  long waitedNanos() {
    return waitedNanos;
  }
}
