package dev.airlock.runtime.gate;

import java.time.Duration;

/**
 * What one payload may cost the host.
 *
 * @param maxBytes of the payload, at least 1
 * @param maxHeapBytes that its objects take, estimated upwards, at least 1
 * @param maxNodes values in the payload, null included, at least 1
 * @param maxExpandedNodes values that a walk over the result meets, where a shared object counts as
 *     often as it is referred to, at least 1
 * @param maxDecodeTime spent on decoding; waiting for bytes does not count
 */
public record GateLimits(
    long maxBytes, long maxHeapBytes, int maxNodes, long maxExpandedNodes, Duration maxDecodeTime) {
  private static final long MIB = 1024L * 1024;

  /** 10 MiB of payload, 64 MiB of heap, a million values, two million expanded, two seconds. */
  public static final GateLimits DEFAULT =
      new GateLimits(10 * MIB, 64 * MIB, 1_000_000, 2_000_000, Duration.ofSeconds(2));

  /** Limits that are at least 1. */
  public GateLimits {
    if (maxBytes < 1 || maxHeapBytes < 1 || maxNodes < 1 || maxExpandedNodes < 1) {
      throw new IllegalArgumentException("Every limit has to be at least 1.");
    }
    if (maxDecodeTime.isNegative() || maxDecodeTime.isZero()) {
      throw new IllegalArgumentException("The time to decode has to be longer than nothing.");
    }
  }

  /**
   * These limits for payloads of another size; the heap grows with it, to at least six times as
   * much.
   */
  public GateLimits withMaxBytes(long bytes) {
    return new GateLimits(
        bytes, Math.max(maxHeapBytes, 6 * bytes), maxNodes, maxExpandedNodes, maxDecodeTime);
  }
}
