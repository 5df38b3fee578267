package dev.airlock.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A call on a thread of its own. Cancelling its future interrupts it, which destroys the guest. */
final class AsyncCall<T> extends CompletableFuture<T> {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Thread thread;

  private AsyncCall(Callable<T> call) {
    thread = new Thread(() -> run(call), "airlock-call-" + NUMBERS.incrementAndGet());
    thread.setDaemon(true);
  }

  static <T> CompletableFuture<T> start(Callable<T> call) {
    AsyncCall<T> started = new AsyncCall<>(call);
    started.thread.start();
    return started;
  }

  private void run(Callable<T> call) {
    try {
      complete(call.call());
    } catch (Throwable e) {
      completeExceptionally(e);
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
