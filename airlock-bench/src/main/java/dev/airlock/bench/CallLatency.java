package dev.airlock.bench;

import dev.airlock.AirlockRuntime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Prints how long calls take, and how that compares with a raw pipe to another JVM. */
public final class CallLatency {
  private static final int LARGE_BYTES = (10 << 20) - 1024;

  private CallLatency() {}

  /** Measures and prints. Needs the agent. */
  public static void main(String[] args) throws Exception {
    AirlockRuntime.verify(Subject.class);
    System.out.printf(
        "%-34s %10s %10s %10s %10s%n", "microseconds", "p50", "p95", "p99", "p50 ratio");
    try (RawEcho echo = new RawEcho()) {
      byte[] small = new byte[64];
      Timing pipe = Timing.of(20_000, 20_000, () -> {}, () -> echo.roundTrip(small));
      pipe.print("raw pipe, 64 bytes", pipe);
      int[] value = new int[1];
      Timing.of(20_000, 20_000, () -> {}, () -> value[0] = Subject.increment(value[0]))
          .print("reuse=POOL, int to int", pipe);
      Timing.of(20, 100, CallLatency::awaitSpare, () -> value[0] = Subject.incrementAlone(value[0]))
          .print("reuse=CALL, spare ready", pipe);
      byte[] large = new byte[LARGE_BYTES];
      Timing copy = Timing.of(20, 50, () -> {}, () -> echo.roundTrip(large));
      copy.print("raw pipe, 10 MiB there and back", copy);
      Timing.of(20, 50, () -> {}, () -> Subject.echo(large))
          .print("reuse=POOL, 10 MiB there and back", copy);
      sustained();
    }
  }

  /** Waits until a guest is ready that has run nothing, and the machine has come to rest. */
  private static void awaitSpare() {
    while (AirlockRuntime.stats().idle() < 3) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private static void sustained() {
    int calls = 100;
    long begin = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      Subject.incrementAlone(i);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf("reuse=CALL, one after the other: %.1f calls a second%n", calls / seconds);
  }
}
