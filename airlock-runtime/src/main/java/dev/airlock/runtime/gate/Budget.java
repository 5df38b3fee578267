package dev.airlock.runtime.gate;

/**
 * What one payload has cost so far. Each method says what was exceeded, or returns null, so that
 * the caller can add where. Not thread-safe.
 */
final class Budget {
  private static final int NODES_BETWEEN_CLOCKS = 1024;

  private final GateLimits limits;
  private final BoundedInput input;
  private final long start = System.nanoTime();
  private long heapBytes;
  private int nodes;
  private long expandedNodes;

  Budget(GateLimits limits, BoundedInput input) {
    this.limits = limits;
    this.input = input;
  }

  /** One more value. */
  void node(Refusals refusals) {
    if (++nodes > limits.maxNodes()) {
      throw refusals.because("it has more than " + limits.maxNodes() + " values");
    }
    if (nodes % NODES_BETWEEN_CLOCKS == 0) {
      checkClock(refusals);
    }
    expand(1, refusals);
  }

  /** So many more values that a walk over the result would meet. */
  void expand(long more, Refusals refusals) {
    expandedNodes += more;
    if (expandedNodes > limits.maxExpandedNodes()) {
      throw refusals.because(
          "a walk over it would meet more than " + limits.maxExpandedNodes() + " values");
    }
  }

  long expandedNodes() {
    return expandedNodes;
  }

  /** So many more bytes of heap. */
  void charge(long bytes, Refusals refusals) {
    heapBytes += bytes;
    if (heapBytes > limits.maxHeapBytes()) {
      throw refusals.because("it takes more than " + limits.maxHeapBytes() + " bytes of heap");
    }
  }

  void checkClock(Refusals refusals) {
    long spent = System.nanoTime() - start - input.waitedNanos();
    if (spent > limits.maxDecodeTime().toNanos()) {
      throw refusals.because(
          "decoding it took longer than " + limits.maxDecodeTime().toMillis() + " ms");
    }
  }
}
