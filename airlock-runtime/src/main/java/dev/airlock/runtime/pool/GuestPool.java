package dev.airlock.runtime.pool;

import dev.airlock.runtime.config.PoolSettings;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.pool.NoGuestException.Why;
import dev.airlock.sandbox.SandboxStartException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Guests of one kind, booted ahead.
 *
 * <p>A spare has run nothing. A claim for a fresh guest always gets a spare; a claim that may share
 * gets a guest that an earlier sharing call gave back, or a spare. Whenever a spare leaves, another
 * is booted in the background. A boot that fails ends the wait of those who wait for it, and is not
 * repeated until somebody claims again: a broken engine costs one attempt a call, not a loop.
 *
 * <p>Thread-safe.
 */
public final class GuestPool implements AutoCloseable {
  private final GuestSource source;
  private final PoolSettings settings;
  private final ScheduledThreadPoolExecutor workers;
  private final ScheduledFuture<?> housekeeping;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();

  private final Deque<Idle> spares = new ArrayDeque<>();
  private final Deque<Idle> shared = new ArrayDeque<>();
  private int booting;
  private int active;
  private int waiting;
  private long created;
  private long destroyed;
  private long failures;
  private @Nullable NoGuestException lastFailure;
  private boolean closed;

  private record Idle(Guest guest, long sinceNanos) {}

  /** A pool that holds nothing yet. {@link #warmUp} or the first claim fills it. */
  public GuestPool(GuestSource source, PoolSettings settings) {
    this.source = source;
    this.settings = settings;
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    AtomicInteger number = new AtomicInteger();
    workers =
        new ScheduledThreadPoolExecutor(
            threads,
            task -> {
              Thread thread = new Thread(task, "airlock-boot-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    workers.setRemoveOnCancelPolicy(true);
    long period = Math.max(1000, settings.idleTimeout().toMillis() / 4);
    housekeeping =
        workers.scheduleWithFixedDelay(this::evictIdle, period, period, TimeUnit.MILLISECONDS);
  }

  /** Boots spares up to the minimum, in the background. */
  public void warmUp() {
    lock.lock();
    try {
      refill();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes a guest, waiting for one if need be.
   *
   * @param sharing whether one that other sharing calls have used will do
   * @param patience the longest that it waits
   * @throws NoGuestException if a boot failed while it waited, there was none in time, or the pool
   *     is closed
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  public Lease claim(boolean sharing, Duration patience)
      throws InterruptedException, NoGuestException {
    long begin = System.nanoTime();
    lock.lockInterruptibly();
    try {
      long failuresBefore = failures;
      long left = patience.toNanos();
      while (true) {
        requireOpen();
        Guest guest = take(sharing);
        if (guest != null) {
          active++;
          refill();
          return new Lease(this, guest);
        }
        if (failures != failuresBefore && booting == 0) {
          throw failed();
        }
        if (left <= 0) {
          throw exhausted(Duration.ofNanos(System.nanoTime() - begin));
        }
        waiting++;
        try {
          if (failures == failuresBefore) {
            refill();
          }
          left = changed.awaitNanos(left);
        } finally {
          waiting--;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Guest take(boolean sharing) {
    Guest guest = sharing ? firstAlive(shared) : null;
    return guest != null ? guest : firstAlive(spares);
  }

  private @Nullable Guest firstAlive(Deque<Idle> idle) {
    for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (next.guest().isAlive()) {
        return next.guest();
      }
      destroy(next.guest());
    }
    return null;
  }

  /** Starts as many boots as the minimum and those who wait ask for and the maximum permits. */
  private void refill() {
    if (closed) {
      return;
    }
    int wanted = settings.minIdle() + waiting - spares.size() - booting;
    while (wanted > 0 && size() >= settings.maxSize() && waiting > 0 && !shared.isEmpty()) {
      destroy(shared.removeFirst().guest());
    }
    for (int room = settings.maxSize() - size(); wanted > 0 && room > 0; wanted--, room--) {
      booting++;
      workers.execute(this::boot);
    }
  }

  private int size() {
    return booting + active + spares.size() + shared.size();
  }

  private void boot() {
    Guest guest = null;
    NoGuestException failure = null;
    try {
      guest = source.boot();
    } catch (NoGuestException e) {
      failure = e;
    } catch (SandboxStartException e) {
      String remedy = e.remedy().isEmpty() ? "" : " What to do: " + e.remedy();
      failure = new NoGuestException(Why.START_FAILED, e.getMessage() + remedy, e);
    } catch (RuntimeException | Error e) {
      failure = new NoGuestException(Why.START_FAILED, "A guest could not be booted: " + e, e);
    }
    lock.lock();
    try {
      booting--;
      if (guest == null) {
        failures++;
        lastFailure = failure;
        changed.signalAll();
      } else {
        created++;
        if (closed) {
          destroy(guest);
        } else {
          spares.addLast(new Idle(guest, System.nanoTime()));
          changed.signal();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes back a guest. */
  void release(Guest guest, boolean reusable) {
    lock.lock();
    try {
      active--;
      if (reusable && !closed && guest.isAlive()) {
        shared.addFirst(new Idle(guest, System.nanoTime()));
      } else {
        destroy(guest);
        refill();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void evictIdle() {
    lock.lock();
    try {
      evict(shared, 0);
      evict(spares, settings.minIdle());
    } finally {
      lock.unlock();
    }
  }

  private void evict(Deque<Idle> idle, int keep) {
    long oldest = System.nanoTime() - settings.idleTimeout().toNanos();
    List<Idle> gone = new ArrayList<>();
    int left = idle.size();
    for (Idle one : idle) {
      if (!one.guest().isAlive() || (left > keep && one.sinceNanos() - oldest < 0)) {
        gone.add(one);
        left--;
      }
    }
    idle.removeAll(gone);
    gone.forEach(one -> destroy(one.guest()));
  }

  private void destroy(Guest guest) {
    destroyed++;
    guest.close();
  }

  private void requireOpen() throws NoGuestException {
    if (closed) {
      throw new NoGuestException(
          Why.CLOSED, "Airlock was closed; it starts no more sandboxes.", null);
    }
  }

  private NoGuestException failed() {
    NoGuestException failure = lastFailure;
    return failure == null
        ? new NoGuestException(Why.START_FAILED, "No sandbox could be started.", null)
        : new NoGuestException(failure.why(), String.valueOf(failure.getMessage()), failure);
  }

  private NoGuestException exhausted(Duration waited) {
    return new NoGuestException(
        Why.EXHAUSTED,
        "No sandbox became free within "
            + waited.toMillis()
            + " ms: "
            + active
            + " in use, "
            + booting
            + " booting, "
            + waiting
            + " calls waiting, at most "
            + settings.maxSize()
            + " at once. Raise airlock.pool.max-size or airlock.acquire-timeout, or call less at once.",
        lastFailure);
  }

  /** How many guests there are, and were. */
  public PoolCounts counts() {
    lock.lock();
    try {
      return new PoolCounts(created, destroyed, active, spares.size() + shared.size());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Destroys every idle guest and refuses claims from now on. A guest in use is destroyed when its
   * lease is closed. Closing twice does nothing.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      spares.forEach(idle -> destroy(idle.guest()));
      shared.forEach(idle -> destroy(idle.guest()));
      spares.clear();
      shared.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    housekeeping.cancel(false);
    workers.shutdown();
  }
}
