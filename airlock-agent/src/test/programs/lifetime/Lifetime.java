package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockException;
import dev.airlock.AirlockRuntime;
import dev.airlock.Reuse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes many calls of all sorts, and then ends, or waits for its end with calls open. */
public final class Lifetime {
  private static final int THREADS = 4;
  private static final AtomicInteger RIGHT = new AtomicInteger();

  private Lifetime() {}

  public static void main(String[] arguments) throws Exception {
    int calls = Integer.parseInt(arguments[0]);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int share = calls / THREADS;
      int from = i * share;
      threads[i] = new Thread(() -> calls(from, from + share));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("right = " + RIGHT);
    Show.hostBodies();
    switch (arguments[1]) {
      case "return" -> {}
      case "exit" -> System.exit(7);
      case "stay" -> stay();
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  private static void calls(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isRight(i)) {
        RIGHT.incrementAndGet();
      }
    }
  }

  private static boolean isRight(int i) {
    return switch (i % 5) {
      case 0 -> alone(i).equals("alone " + i);
      case 1, 2 -> shared(i) == i + 1;
      case 3 -> fails(() -> throwing(i), IllegalStateException.class);
      default -> i % 20 == 4 ? fails(Lifetime::exiting, AirlockException.class) : shared(-1) == 0;
    };
  }

  private static boolean fails(Runnable call, Class<?> type) {
    try {
      call.run();
      return false;
    } catch (RuntimeException e) {
      return type.isInstance(e);
    }
  }

  /** Leaves calls open that never end, and says so. */
  private static void stay() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      new Thread(
              () -> {
                entered.countDown();
                spinning();
              })
          .start();
    }
    entered.await();
    // Until the spares are there, too: then nothing is on its way.
    while (AirlockRuntime.stats().active() < 2 || AirlockRuntime.stats().idle() < 2) {
      Thread.onSpinWait();
    }
    System.out.println("staying");
    Thread.currentThread().join();
  }

  @Airlock
  static String alone(int i) {
    Show.body();
    return "alone " + i;
  }

  @Airlock(reuse = Reuse.POOL)
  static int shared(int i) {
    Show.body();
    return i + 1;
  }

  @Airlock(reuse = Reuse.POOL)
  static void throwing(int i) {
    Show.body();
    throw new IllegalStateException("" + i);
  }

  @Airlock
  static void exiting() {
    Show.body();
    System.exit(1);
  }

  @Airlock(timeout = "10m")
  static void spinning() {
    Show.body();
    while (true) {
      Thread.onSpinWait();
    }
  }
}
