package dev.airlock.runtime.dispatch;

import java.util.concurrent.atomic.LongAdder;

/** What became of the calls so far. Thread-safe. */
public final class CallCounts {
  final LongAdder calls = new LongAdder();
  final LongAdder succeeded = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder fallbacks = new LongAdder();

  /** Calls that began. */
  public long calls() {
    return calls.sum();
  }

  /** Calls whose body returned. */
  public long succeeded() {
    return succeeded.sum();
  }

  /** Calls whose body threw. */
  public long failed() {
    return failed.sum();
  }

  /** Calls that Airlock ended. */
  public long refused() {
    return refused.sum();
  }

  /** Calls whose body ran on the host. */
  public long fallbacks() {
    return fallbacks.sum();
  }
}
