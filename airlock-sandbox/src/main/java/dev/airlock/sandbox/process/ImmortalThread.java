package dev.airlock.sandbox.process;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that starts local processes, and that never ends while the JVM runs.
 *
 * <p>The kernel's parent-death signal fires when the thread that started a child ends, not when its
 * process does. A sandbox that a pool thread had started would die with the pool thread.
 */
public final class ImmortalThread {
  private static final BlockingQueue<Order> ORDERS = new LinkedBlockingQueue<>();

  static {
    Thread thread = new Thread(null, ImmortalThread::serve, "airlock-process-starter");
    thread.setDaemon(true);
    // The loader of whoever came first must not be kept alive by a thread that never ends.
    thread.setContextClassLoader(null);
    thread.start();
  }

  private ImmortalThread() {}

  /**
   * Starts a process. Thread-safe. Blocks until it runs, some milliseconds, also when interrupted.
   *
   * @throws IOException if it could not be started
   */
  public static Process start(ProcessBuilder builder) throws IOException {
    Order order = new Order(builder, new CompletableFuture<>());
    ORDERS.add(order);
    try {
      return order.started.join();
    } catch (CompletionException e) {
      throw new IOException(
          builder.command().get(0) + " could not be started: " + e.getCause(), e.getCause());
    }
  }

  private static void serve() {
    while (true) {
      try {
        ORDERS.take().carryOut();
      } catch (InterruptedException e) {
        // Nobody may end this thread: whoever interrupts it meant another one.
      }
    }
  }

  private record Order(ProcessBuilder builder, CompletableFuture<Process> started) {
    void carryOut() {
      try {
        started.complete(builder.start());
      } catch (Throwable e) {
        started.completeExceptionally(e);
      }
    }
  }
}
