package dev.airlock.sandbox.frame;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A stream whose bytes leave as frames of one type and call; closing it sends the one that is
 * marked as the last. Not thread-safe; blocks like its writer.
 */
public final class PieceOutput extends OutputStream {
  private static final int PIECE_BYTES = 48 * 1024;

  private final FrameWriter writer;
  private final FrameType type;
  private final int call;
  private final byte[] piece = new byte[PIECE_BYTES];
  private int filled;
  private boolean closed;

  /** A stream of frames of one type and call. */
  public PieceOutput(FrameWriter writer, FrameType type, int call) {
    this.writer = writer;
    this.type = type;
    this.call = call;
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == PIECE_BYTES) {
      send(0);
    }
    piece[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (length <= PIECE_BYTES - filled) {
      System.arraycopy(source, offset, piece, filled, length);
      filled += length;
      return;
    }
    if (filled > 0) {
      send(0);
    }
    int at = offset;
    int left = length;
    while (left > Frame.MAX_BODY_BYTES) {
      writer.write(type, 0, call, source, at, Frame.MAX_BODY_BYTES);
      at += Frame.MAX_BODY_BYTES;
      left -= Frame.MAX_BODY_BYTES;
    }
    if (left > PIECE_BYTES) {
      writer.write(type, 0, call, source, at, left);
    } else {
      System.arraycopy(source, at, piece, 0, left);
      filled = left;
    }
  }

  /** Sends what is left as the last frame. Closing twice does nothing. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      send(Frame.LAST);
      writer.flush();
    }
  }

  private void send(int flags) throws IOException {
    writer.write(type, flags, call, piece, 0, filled);
    filled = 0;
  }
}
