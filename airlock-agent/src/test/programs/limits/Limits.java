package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockConfig;
import dev.airlock.AirlockContext;
import dev.airlock.AirlockException;
import dev.airlock.AirlockRuntime;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.Reuse;
import dev.airlock.SandboxTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Calls bodies that do not behave. */
public final class Limits {
  private static final int KIB = 1024;

  private Limits() {}

  public static void main(String[] arguments) throws Exception {
    AirlockConfig small =
        AirlockConfig.builder().maxPayload(64 * KIB).maxResult(64 * KIB).reuse(Reuse.POOL).build();
    AirlockRuntime.define("small", small);
    endless();
    interrupted();
    Show.line("exit", () -> exit());
    Show.line("halt", () -> halt());
    Show.line("out of memory", () -> hog().size());
    Show.line("stack overflow", () -> recurse(0));
    Show.line("thread left behind", () -> leaveThread());
    Show.line("threads without end", () -> threadBomb());
    Show.line("much output", () -> write(3 * KIB * KIB));
    Show.line("too much output", () -> write(80 * KIB * KIB));
    Show.line("closed streams", () -> closeStreams());
    Show.line("result within the limit", () -> bytes(60 * KIB).length);
    Show.line("result over the limit", () -> bytes(70 * KIB).length);
    payload();
    Show.line("after all that", () -> leaveThread());
    Show.hostBodies();
  }

  private static void endless() {
    for (int round = 0; round < 2; round++) {
      Show.line(
          "endless " + round,
          () -> {
            long begin = System.nanoTime();
            try {
              return loop();
            } catch (SandboxTimeoutException e) {
              long late = (System.nanoTime() - begin) / 1_000_000 - e.timeout().toMillis();
              return e.timeout() + (late < 1000 && late >= -5 ? " in time" : " late by " + late);
            }
          });
    }
  }

  private static void interrupted() throws InterruptedException {
    Thread caller =
        new Thread(
            () ->
                Show.line(
                    "interrupt",
                    () -> {
                      try {
                        return sleep();
                      } catch (AirlockException e) {
                        return e.getCause().getClass().getSimpleName()
                            + " "
                            + Thread.currentThread().isInterrupted();
                      }
                    }));
    caller.start();
    interruptWhileBlocked(caller);
    Thread declaring =
        new Thread(() -> Show.line("interrupt, declared", () -> sleepInterruptibly()));
    declaring.start();
    interruptWhileBlocked(declaring);
  }

  /** Waits until the thread reads what comes from its guest. */
  private static void interruptWhileBlocked(Thread caller) throws InterruptedException {
    while (!isReading(caller)) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    caller.join();
  }

  private static boolean isReading(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("dev.airlock.runtime.guest.GuestCall")) {
        return true;
      }
    }
    return !thread.isAlive();
  }

  /** Finds the largest array that crosses, and shows that one byte more does not. */
  private static void payload() {
    int low = 60 * KIB;
    int high = 64 * KIB;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (crosses(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int most = low;
    Show.line("payload of n", () -> 64 * KIB - length(new byte[most]) < 64);
    Show.line("payload of n + 1", () -> length(new byte[most + 1]));
  }

  private static boolean crosses(int size) {
    try {
      return length(new byte[size]) == size;
    } catch (PayloadTooLargeException e) {
      return false;
    }
  }

  @Airlock(timeout = "700ms")
  static int loop() {
    Show.body();
    int count = 0;
    while (true) {
      Thread.interrupted();
      count++;
      if (count == -1 && !AirlockContext.isSandboxed()) {
        return count;
      }
    }
  }

  @Airlock
  static String sleep() {
    Show.body();
    while (true) {
      Thread.onSpinWait();
    }
  }

  @Airlock
  static String sleepInterruptibly() throws InterruptedException {
    Show.body();
    Thread.sleep(20_000);
    return "slept";
  }

  @Airlock
  static int exit() {
    Show.body();
    System.exit(0);
    return 0;
  }

  @Airlock
  static int halt() {
    Show.body();
    Runtime.getRuntime().halt(77);
    return 0;
  }

  @Airlock
  static List<byte[]> hog() {
    Show.body();
    List<byte[]> all = new ArrayList<>();
    while (true) {
      all.add(new byte[1 << 20]);
    }
  }

  @Airlock
  static int recurse(int depth) {
    Show.body();
    return recurse(depth + 1) + 1;
  }

  @Airlock
  static boolean leaveThread() {
    Show.body();
    new Thread(
            () -> {
              while (true) {
                Thread.onSpinWait();
              }
            })
        .start();
    return true;
  }

  @Airlock
  static int threadBomb() {
    Show.body();
    for (int started = 0; ; started++) {
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  java.util.concurrent.locks.LockSupport.park();
                }
              });
      thread.start();
    }
  }

  @Airlock
  static int write(int bytes) {
    Show.body();
    String line = "x".repeat(99);
    for (int written = 0; written < bytes; written += 100) {
      System.out.println(line);
    }
    return bytes;
  }

  @Airlock
  static boolean closeStreams() throws java.io.IOException {
    Show.body();
    System.out.close();
    System.err.close();
    System.in.close();
    return true;
  }

  @Airlock(config = "small")
  static byte[] bytes(int size) {
    Show.body();
    return new byte[size];
  }

  @Airlock(config = "small")
  static int length(byte[] bytes) {
    Show.body();
    return bytes.length;
  }
}
