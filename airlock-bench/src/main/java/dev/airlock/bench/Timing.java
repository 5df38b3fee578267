package dev.airlock.bench;

import java.util.Arrays;

/** How long something took, over many runs of it. */
record Timing(long[] nanos) {
  /** Something that can be timed. */
  interface Timed {
    void run() throws Exception;
  }

  /** Runs something so often, after a warm-up that does not count, and sorts the times. */
  static Timing of(int warmUp, int runs, Timed before, Timed timed) throws Exception {
    long[] nanos = new long[runs];
    for (int i = -warmUp; i < runs; i++) {
      before.run();
      long begin = System.nanoTime();
      timed.run();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    return new Timing(nanos);
  }

  double micros(double quantile) {
    return nanos[(int) (quantile * (nanos.length - 1))] / 1000.0;
  }

  void print(String what, Timing against) {
    System.out.printf(
        "%-34s %10.1f %10.1f %10.1f %9.1fx%n",
        what, micros(0.5), micros(0.95), micros(0.99), micros(0.5) / against.micros(0.5));
  }
}
