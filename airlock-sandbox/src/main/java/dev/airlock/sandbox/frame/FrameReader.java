package dev.airlock.sandbox.frame;

import dev.airlock.sandbox.text.HostileText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames from one side of a channel.
 *
 * <p>A head is checked before anything is done with it: an unknown type, a type that the other side
 * may not send, an unknown flag, a negative or too large length each end in {@link
 * ProtocolException}. Nothing is allocated on the word of a length. Not thread-safe; blocks while
 * the channel has no bytes.
 */
public final class FrameReader {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int KNOWN_FLAGS = Frame.LAST | Frame.ERROR_STREAM;

  private final InputStream in;
  private final boolean fromGuest;
  private final int maxBody;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  /** What is left of the body of the frame that was read last. */
  private int remaining;

  private FrameReader(InputStream in, boolean fromGuest, int maxBody) {
    this.in = in;
    this.fromGuest = fromGuest;
    this.maxBody = maxBody;
  }

  /**
   * The host's reader: takes what guests send, with bodies of at most {@link Frame#MAX_BODY_BYTES}.
   */
  public static FrameReader ofGuest(InputStream in) {
    return new FrameReader(in, true, Frame.MAX_BODY_BYTES);
  }

  /** The guest's reader: takes what the host sends. */
  public static FrameReader ofHost(InputStream in) {
    return new FrameReader(in, false, Integer.MAX_VALUE);
  }

  /**
   * Reads the head of the next frame. The body of the frame before must have been taken.
   *
   * @return the head, or null if the channel ended between two frames
   * @throws ProtocolException if it is not a head that the other side may send
   * @throws EOFException if the channel ended within the head
   * @throws IOException if the channel failed
   */
  public @Nullable Frame next() throws IOException {
    if (remaining != 0) {
      throw new IllegalStateException(remaining + " bytes of the last body have not been taken.");
    }
    if (!require(Frame.HEAD_BYTES)) {
      return null;
    }
    int code = buffer[position] & 0xff;
    int flags = buffer[position + 1] & 0xff;
    int call = intAt(position + 2);
    int length = intAt(position + 6);
    FrameType type = FrameType.of(code);
    if (type == null || type.isFromGuest() != fromGuest) {
      throw new ProtocolException(
          "A frame of unknown type " + code + " came on the channel: " + preview());
    }
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw new ProtocolException("A " + type + " frame came with unknown flags " + flags + ".");
    }
    if (length < 0 || length > maxBody) {
      throw new ProtocolException(
          "A "
              + type
              + " frame says that it is "
              + length
              + " bytes long; at most "
              + maxBody
              + " may be.");
    }
    position += Frame.HEAD_BYTES;
    remaining = length;
    return new Frame(type, flags, call, length);
  }

  /** How many bytes of the current body have not been taken. */
  public int remaining() {
    return remaining;
  }

  /**
   * Takes some of the current body.
   *
   * @return how many bytes, at least 1, or -1 if the whole body has been taken
   * @throws EOFException if the channel ended within the body
   * @throws IOException if the channel failed
   */
  public int read(byte[] target, int offset, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int wanted = Math.min(length, remaining);
    int got;
    if (position < limit) {
      got = Math.min(wanted, limit - position);
      System.arraycopy(buffer, position, target, offset, got);
      position += got;
    } else {
      got = in.read(target, offset, wanted);
      if (got < 0) {
        throw new EOFException("The channel ended within a body, " + remaining + " bytes early.");
      }
    }
    remaining -= got;
    return got;
  }

  /** Takes the rest of the current body. It is at most as long as the reader admits. */
  public byte[] readRest() throws IOException {
    byte[] body = new byte[Math.min(remaining, BUFFER_BYTES)];
    int filled = 0;
    while (remaining > 0) {
      if (filled == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(2L * filled, (long) filled + remaining));
      }
      filled += read(body, filled, body.length - filled);
    }
    return filled == body.length ? body : Arrays.copyOf(body, filled);
  }

  /**
   * Makes sure that so many bytes are in the buffer. False if the channel ended before the first.
   */
  private boolean require(int bytes) throws IOException {
    if (limit - position >= bytes) {
      return true;
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < bytes) {
      int got = in.read(buffer, limit, buffer.length - limit);
      if (got < 0) {
        if (limit == 0) {
          return false;
        }
        throw new EOFException("The channel ended within the head of a frame: " + preview());
      }
      limit += got;
    }
    return true;
  }

  private int intAt(int at) {
    return (buffer[at] & 0xff) << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | (buffer[at + 3] & 0xff);
  }

  private String preview() {
    String text =
        new String(buffer, position, Math.min(64, limit - position), StandardCharsets.ISO_8859_1);
    return '"' + HostileText.escape(text, 64) + '"';
  }
}
