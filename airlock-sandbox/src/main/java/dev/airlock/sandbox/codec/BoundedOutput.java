package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.airlock.PayloadTooLargeException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Counts what is written against a limit while it is written. Arrays of bytes that are larger than
 * the buffer go to the target without a copy. The target is never flushed.
 */
final class BoundedOutput extends Output {
  private static final int BUFFER_BYTES = 8 * 1024;

  private OutputStream target = OutputStream.nullOutputStream();
  private long limit;

  BoundedOutput() {
    super(BUFFER_BYTES);
  }

  void begin(OutputStream newTarget, long newLimit) {
    reset();
    target = newTarget;
    limit = newLimit;
  }

  /** Forgets the target. */
  void end() {
    target = OutputStream.nullOutputStream();
  }

  /** How many bytes the limit still admits. */
  long remaining() {
    return limit - total();
  }

  /** Refuses what would make the payload so long. */
  void admit(long bytes) {
    if (bytes > limit) {
      throw new PayloadTooLargeException(
          "The receiver and the arguments take at least "
              + bytes
              + " bytes, which is where counting stopped; airlock.max-payload admits "
              + limit
              + ". Pass less, or raise airlock.max-payload.");
    }
  }

  @Override
  public void flush() {
    admit(total());
    try {
      target.write(buffer, 0, position);
    } catch (IOException e) {
      throw new KryoException(e);
    }
    total += position;
    position = 0;
  }

  @Override
  public void writeBytes(byte[] bytes, int offset, int count) {
    if (count < capacity) {
      super.writeBytes(bytes, offset, count);
      return;
    }
    admit(total() + count);
    flush();
    try {
      target.write(bytes, offset, count);
    } catch (IOException e) {
      throw new KryoException(e);
    }
    total += count;
  }
}
