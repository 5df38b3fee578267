package dev.airlock.sandbox.frame;

/**
 * The head of a frame.
 *
 * <p>On the wire ten bytes, big-endian: type (1), flags (1), number of the call (4), length of the
 * body (4).
 *
 * @param type what it is
 * @param flags bit 0 is {@link #LAST}, bit 1 is {@link #ERROR_STREAM}; the others are zero
 * @param call the number of the call on this channel, from 1; 0 before the first
 * @param length the bytes of the body that follow
 */
public record Frame(FrameType type, int flags, int call, int length) {
  /** The bytes of a head. */
  public static final int HEAD_BYTES = 10;

  /** The most bytes in a body that a guest may send: 1 MiB. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  /** The last piece of what comes in pieces. */
  public static final int LAST = 1;

  /** With {@link FrameType#OUTPUT}: written to standard error, not to standard output. */
  public static final int ERROR_STREAM = 2;

  /** Whether this is the last piece. */
  public boolean isLast() {
    return (flags & LAST) != 0;
  }
}
