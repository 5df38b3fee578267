package dev.airlock.sandbox.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bodies of frames of one type and call, from a first one to the one that is marked as the
 * last, as one stream. Any other frame in between is a {@link ProtocolException}. Not thread-safe;
 * blocks like its reader.
 */
public final class PieceStream extends InputStream {
  private final FrameReader reader;
  private Frame current;

  /** A stream that begins with a frame whose head was read and whose body was not. */
  public PieceStream(FrameReader reader, Frame first) {
    this.reader = reader;
    this.current = first;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (reader.remaining() == 0) {
      if (current.isLast()) {
        return -1;
      }
      if (current.length() == 0) {
        throw new ProtocolException(
            "An empty " + current.type() + " frame came before the last one.");
      }
      current = follow();
    }
    return reader.read(target, offset, length);
  }

  private Frame follow() throws IOException {
    Frame next = reader.next();
    if (next == null) {
      throw new EOFException("The channel ended between two " + current.type() + " frames.");
    }
    if (next.type() != current.type() || next.call() != current.call()) {
      throw new ProtocolException(
          "A "
              + next.type()
              + " frame of call "
              + next.call()
              + " came between the "
              + current.type()
              + " frames of call "
              + current.call()
              + ".");
    }
    return next;
  }
}
