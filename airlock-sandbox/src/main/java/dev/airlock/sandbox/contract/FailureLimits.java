package dev.airlock.sandbox.contract;

/** How much of an exception crosses. What is more is cut, and counted. */
public final class FailureLimits {
  /** Exceptions in a chain of causes or suppressed ones, the outermost included. */
  public static final int MAX_CHAIN = 16;

  /** Exceptions altogether. */
  public static final int MAX_THROWABLES = 64;

  /** Suppressed exceptions of one exception. */
  public static final int MAX_SUPPRESSED = 16;

  /** Frames of one exception. */
  public static final int MAX_FRAMES = 256;

  /** Frames altogether. */
  public static final int MAX_FRAMES_IN_TOTAL = 1024;

  /** UTF-16 units of a message. */
  public static final int MAX_MESSAGE = 8 * 1024;

  /** UTF-16 units of the name of a class, a method or a file. */
  public static final int MAX_NAME = 512;

  private FailureLimits() {}
}
