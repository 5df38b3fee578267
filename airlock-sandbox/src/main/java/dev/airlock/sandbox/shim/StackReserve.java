package dev.airlock.sandbox.shim;

/**
 * Makes sure that there is stack left before a frame is begun. Code that recurses too deeply most
 * often runs out of stack where it loads a class or prints; out there, and not in the middle of a
 * frame.
 */
final class StackReserve {
  /** About 64 KiB: a frame of the probe takes some hundred bytes. */
  private static final int DEPTH = 600;

  private StackReserve() {}

  /**
   * Returns if there is enough.
   *
   * @throws StackOverflowError if there is not; nothing has been written
   */
  static void require() {
    probe(DEPTH, 1, 2, 3, 4, 5, 6);
  }

  private static long probe(int depth, long a, long b, long c, long d, long e, long f) {
    return depth == 0 ? a : probe(depth - 1, b, c, d, e, f, a) + f;
  }
}
