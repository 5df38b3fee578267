package dev.airlock.runtime;

import dev.airlock.SandboxResourceException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A call on a thread of its own. Cancelling its future interrupts it, which destroys the guest. */
final class AsyncCall<T> extends CompletableFuture<T> {
  /** The most calls under way: each has a thread, and waits for one of a few guests. */
  private static final int MOST = 1000;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final AtomicInteger UNDER_WAY = new AtomicInteger();

  private final Thread thread;

  private AsyncCall(Callable<T> call) {
    thread = new Thread(() -> run(call), "airlock-call-" + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
  }

  static <T> CompletableFuture<T> start(Callable<T> call) {
    AsyncCall<T> started = new AsyncCall<>(call);
    if (UNDER_WAY.incrementAndGet() > MOST) {
      UNDER_WAY.decrementAndGet();
      started.completeExceptionally(
          new SandboxResourceException(
              MOST + " asynchronous calls are under way already. Call less at once."));
      return started;
    }
    started.thread.start();
    return started;
  }

  private void run(Callable<T> call) {
    try {
      complete(call.call());
    } catch (Throwable e) {
      completeExceptionally(e);
    } finally {
      UNDER_WAY.decrementAndGet();
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && mayInterruptIfRunning) {
      thread.interrupt();
    }
    return cancelled;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
