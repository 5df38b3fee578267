package dev.airlock.sandbox.frame;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes frames to one side of a channel.
 *
 * <p>Small frames gather in a buffer until {@link #flush}. Not thread-safe; blocks while the other
 * side does not read.
 */
public final class FrameWriter {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  /** A writer to a channel, which should not be buffered itself. */
  public FrameWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes one frame. It leaves at the latest with the next {@link #flush}. */
  public void write(FrameType type, int flags, int call, byte[] body, int offset, int length)
      throws IOException {
    if (BUFFER_BYTES - filled < Frame.HEAD_BYTES) {
      flush();
    }
    buffer[filled] = (byte) type.code();
    buffer[filled + 1] = (byte) flags;
    putInt(filled + 2, call);
    putInt(filled + 6, length);
    filled += Frame.HEAD_BYTES;
    if (length <= BUFFER_BYTES - filled) {
      System.arraycopy(body, offset, buffer, filled, length);
      filled += length;
    } else {
      flush();
      out.write(body, offset, length);
    }
  }

  /** Writes one frame with a whole array as its body. */
  public void write(FrameType type, int flags, int call, byte[] body) throws IOException {
    write(type, flags, call, body, 0, body.length);
  }

  /** Sends what has gathered. */
  public void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
    out.flush();
  }

  private void putInt(int at, int value) {
    buffer[at] = (byte) (value >>> 24);
    buffer[at + 1] = (byte) (value >>> 16);
    buffer[at + 2] = (byte) (value >>> 8);
    buffer[at + 3] = (byte) value;
  }
}
