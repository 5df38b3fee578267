package dev.airlock.runtime.guest;

import dev.airlock.sandbox.Sandbox;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Destroys guests whose time is up or whose caller was interrupted.
 *
 * <p>A caller talks to its guest on its own thread, with reads and writes that block, because that
 * is the quickest way. What ends such a read is the guest's death; so one thread looks at all open
 * calls every {@value #TICK_MILLIS} ms and kills the guests of those that have to end. It also
 * takes what guests write to their raw standard error, so that none blocks on it.
 *
 * <p>Thread-safe. The thread sleeps for good while there is nothing to watch.
 */
public final class CallWatch {
  private static final int TICK_MILLIS = 10;
  private static final long TICK_NANOS = Duration.ofMillis(TICK_MILLIS).toNanos();

  /**
   * Ticks without work before the thread parks: waking it costs a caller more than a tick costs us.
   */
  private static final int IDLE_TICKS = 200;

  private final Set<Watched> open = ConcurrentHashMap.newKeySet();
  private final Thread thread;
  private volatile boolean parked;

  /** A watch with its thread running. */
  public CallWatch() {
    thread = new Thread(this::run, "airlock-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Why the watch ended something. */
  public enum Strike {
    /** The deadline passed. */
    DEADLINE,
    /** The calling thread was interrupted. */
    INTERRUPT
  }

  /**
   * Watches a guest until {@link Watched#finish}.
   *
   * @param deadlineNanos on the clock of {@link System#nanoTime}
   * @param caller the thread whose interruption ends it, or null if none does
   */
  public Watched watch(Sandbox sandbox, long deadlineNanos, @Nullable Thread caller) {
    Watched watched = new Watched(sandbox, deadlineNanos, caller);
    open.add(watched);
    if (parked) {
      LockSupport.unpark(thread);
    }
    return watched;
  }

  private void run() {
    int idleTicks = 0;
    while (true) {
      if (open.isEmpty()) {
        if (++idleTicks > IDLE_TICKS) {
          parked = true;
          if (open.isEmpty()) {
            LockSupport.park(this);
          }
          parked = false;
          idleTicks = 0;
        }
      } else {
        idleTicks = 0;
        long now = System.nanoTime();
        for (Watched watched : open) {
          lookAt(watched, now);
        }
      }
      LockSupport.parkNanos(this, TICK_NANOS);
    }
  }

  /** Whatever goes wrong with one guest ends that guest, and never the watch over the others. */
  private static void lookAt(Watched watched, long now) {
    try {
      watched.look(now);
    } catch (RuntimeException | Error e) {
      watched.strike(Strike.DEADLINE);
    }
  }

  /** One guest under watch. */
  public final class Watched {
    private final Sandbox sandbox;
    private final long deadlineNanos;
    private final @Nullable Thread caller;

    /** Null while open; a strike, or {@code this} once finished. */
    private final AtomicReference<@Nullable Object> end = new AtomicReference<>();

    private Watched(Sandbox sandbox, long deadlineNanos, @Nullable Thread caller) {
      this.sandbox = sandbox;
      this.deadlineNanos = deadlineNanos;
      this.caller = caller;
    }

    /**
     * Ends the watch.
     *
     * @return null if it never struck, else why: then the guest is dead and what it said does not
     *     count
     */
    public @Nullable Strike finish() {
      open.remove(this);
      if (end.compareAndSet(null, this)) {
        return null;
      }
      return end.get() instanceof Strike strike ? strike : null;
    }

    private void look(long now) {
      if (deadlineNanos - now <= 0) {
        strike(Strike.DEADLINE);
      } else if (caller != null && caller.isInterrupted()) {
        strike(Strike.INTERRUPT);
      } else {
        sandbox.drainDiagnostics();
      }
    }

    private void strike(Strike why) {
      if (end.compareAndSet(null, why)) {
        open.remove(this);
        sandbox.kill();
      }
    }
  }
}
