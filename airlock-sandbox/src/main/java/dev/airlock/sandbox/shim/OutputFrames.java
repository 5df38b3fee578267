package dev.airlock.sandbox.shim;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard output or error of the code that runs here: what is written leaves as frames. */
final class OutputFrames extends OutputStream {
  private static final int BUFFER_BYTES = 8 * 1024;

  private final GuestChannel channel;
  private final boolean error;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  private OutputFrames(GuestChannel channel, boolean error) {
    this.channel = channel;
    this.error = error;
  }

  /** A print stream that sends each line as it is printed. */
  static PrintStream stream(GuestChannel channel, boolean error) {
    return new PrintStream(new OutputFrames(channel, error), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    if (filled == BUFFER_BYTES) {
      flush();
    }
    buffer[filled++] = (byte) b;
  }

  @Override
  public synchronized void write(byte[] source, int offset, int length) throws IOException {
    int at = offset;
    int left = length;
    while (left > 0) {
      if (filled == BUFFER_BYTES) {
        flush();
      }
      int piece = Math.min(left, BUFFER_BYTES - filled);
      System.arraycopy(source, at, buffer, filled, piece);
      filled += piece;
      at += piece;
      left -= piece;
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    if (filled > 0) {
      int length = filled;
      filled = 0;
      channel.output(error, buffer, length);
    }
  }
}
