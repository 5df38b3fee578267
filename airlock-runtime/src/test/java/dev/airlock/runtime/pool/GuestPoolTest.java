package dev.airlock.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.runtime.config.PoolSettings;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.guest.ScriptedGuest;
import dev.airlock.runtime.pool.NoGuestException.Why;
import dev.airlock.sandbox.SandboxStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuestPoolTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final CallWatch watch = new CallWatch();
  private final AtomicInteger boots = new AtomicInteger();
  private final Semaphore booted = new Semaphore(0);

  @Test
  void aClaimBootsAGuestAndItsLeaseDestroysIt() throws Exception {
    try (GuestPool pool = pool(0, 4)) {
      Guest guest;
      try (Lease lease = pool.claim(false, PATIENT)) {
        guest = lease.guest();
        assertThat(guest.isAlive()).isTrue();
        assertThat(pool.counts()).isEqualTo(new PoolCounts(1, 0, 1, 0));
      }
      assertThat(guest.isAlive()).isFalse();
      assertThat(pool.counts()).isEqualTo(new PoolCounts(1, 1, 0, 0));
    }
  }

  @Test
  void noTwoClaimsForAFreshGuestGetTheSame() throws Exception {
    try (GuestPool pool = pool(2, 4)) {
      Lease first = pool.claim(false, PATIENT);
      first.keep();
      first.close();
      Lease second = pool.claim(false, PATIENT);
      assertThat(second.guest()).isNotSameAs(first.guest());
      second.close();
    }
  }

  @Test
  void aSharingClaimGetsAGuestThatWasKept() throws Exception {
    try (GuestPool pool = pool(0, 4)) {
      Lease first = pool.claim(true, PATIENT);
      first.keep();
      first.close();
      try (Lease second = pool.claim(true, PATIENT)) {
        assertThat(second.guest()).isSameAs(first.guest());
      }
    }
  }

  @Test
  void aKeptGuestThatDiedIsNotGivenOut() throws Exception {
    try (GuestPool pool = pool(0, 4)) {
      Lease first = pool.claim(true, PATIENT);
      first.keep();
      first.close();
      first.guest().close();
      try (Lease second = pool.claim(true, PATIENT)) {
        assertThat(second.guest()).isNotSameAs(first.guest());
        assertThat(second.guest().isAlive()).isTrue();
      }
    }
  }

  @Test
  void warmUpBootsTheMinimumAndNoMore() throws Exception {
    try (GuestPool pool = pool(3, 10)) {
      pool.warmUp();
      booted.acquire(3);
      pool.warmUp();
      pool.claim(false, PATIENT).close();
      booted.acquire(1);
      assertThat(boots.get()).isEqualTo(4);
    }
  }

  @Test
  void thereAreNeverMoreThanTheMaximum() throws Exception {
    try (GuestPool pool = pool(2, 3)) {
      List<Lease> leases = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        leases.add(pool.claim(false, PATIENT));
      }
      assertThatThrownBy(() -> pool.claim(false, Duration.ofMillis(20)))
          .isInstanceOfSatisfying(
              NoGuestException.class, e -> assertThat(e.why()).isEqualTo(Why.EXHAUSTED))
          .hasMessageContaining("3 in use")
          .hasMessageContaining("airlock.pool.max-size");
      assertThat(boots.get()).isEqualTo(3);
      leases.forEach(Lease::close);
    }
  }

  @Test
  void aWaitingClaimGetsWhatIsBootedInPlaceOfAReleasedGuest() throws Exception {
    try (GuestPool pool = pool(0, 1)) {
      Lease first = pool.claim(false, PATIENT);
      CompletableFuture<Lease> second =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return pool.claim(false, PATIENT);
                } catch (InterruptedException | NoGuestException e) {
                  throw new IllegalStateException(e);
                }
              });
      first.close();
      assertThat(second.get().guest().isAlive()).isTrue();
      second.get().close();
    }
  }

  @Test
  void anIdleSharedGuestMakesRoomForAFreshOne() throws Exception {
    try (GuestPool pool = pool(0, 1)) {
      Lease shared = pool.claim(true, PATIENT);
      shared.keep();
      shared.close();
      try (Lease fresh = pool.claim(false, PATIENT)) {
        assertThat(fresh.guest()).isNotSameAs(shared.guest());
      }
      assertThat(shared.guest().isAlive()).isFalse();
    }
  }

  @Test
  void aBootThatFailsEndsTheWaitWithItsReason() {
    AtomicInteger attempts = new AtomicInteger();
    GuestSource broken =
        () -> {
          attempts.incrementAndGet();
          throw new SandboxStartException("The engine is broken.", "Mend it.", null);
        };
    try (GuestPool pool = new GuestPool(broken, settings(0, 4))) {
      assertThatThrownBy(() -> pool.claim(false, PATIENT))
          .isInstanceOf(NoGuestException.class)
          .hasMessageContaining("The engine is broken. What to do: Mend it.");
      assertThat(attempts.get()).isEqualTo(1);
    }
  }

  @Test
  void bootsThatFailAreNotRepeatedForTheSameClaim() {
    AtomicInteger attempts = new AtomicInteger();
    GuestSource broken =
        () -> {
          attempts.incrementAndGet();
          throw new SandboxStartException("The engine is broken.", "", null);
        };
    try (GuestPool pool = new GuestPool(broken, settings(2, 4))) {
      assertThatThrownBy(() -> pool.claim(false, PATIENT)).isInstanceOf(NoGuestException.class);
      assertThat(attempts.get()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void anErrorInABootEndsTheWaitToo() {
    GuestSource broken =
        () -> {
          throw new NoClassDefFoundError("gone");
        };
    try (GuestPool pool = new GuestPool(broken, settings(1, 4))) {
      assertThatThrownBy(() -> pool.claim(false, PATIENT))
          .isInstanceOf(NoGuestException.class)
          .hasMessageContaining("gone");
    }
  }

  @Test
  void aClosedPoolRefusesAndLeavesNothing() throws Exception {
    GuestPool pool = pool(2, 4);
    pool.warmUp();
    booted.acquire(2);
    Lease used = pool.claim(false, PATIENT);
    pool.close();
    pool.close();
    assertThatThrownBy(() -> pool.claim(false, PATIENT)).isInstanceOf(NoGuestException.class);
    used.close();
    assertThat(used.guest().isAlive()).isFalse();
    assertThat(pool.counts().idle()).isZero();
    assertThat(pool.counts().active()).isZero();
  }

  @Test
  void aGuestThatComesBackAfterTheCloseIsDestroyed() throws Exception {
    GuestPool pool = pool(0, 1);
    Lease lease = pool.claim(true, PATIENT);
    lease.keep();
    pool.close();
    lease.close();
    assertThat(lease.guest().isAlive()).isFalse();
  }

  @Test
  void aWaitEndsWithAnInterrupt() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    GuestSource stuck =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new SandboxStartException("Stuck.", "", null);
        };
    try (GuestPool pool = new GuestPool(stuck, settings(0, 1))) {
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  pool.claim(false, PATIENT);
                } catch (Throwable e) {
                  end.complete(e);
                }
              });
      caller.start();
      caller.interrupt();
      assertThat(end.get()).isInstanceOf(InterruptedException.class);
      never.countDown();
    }
  }

  private GuestPool pool(int minIdle, int maxSize) {
    return new GuestPool(this::boot, settings(minIdle, maxSize));
  }

  private static PoolSettings settings(int minIdle, int maxSize) {
    return new PoolSettings(minIdle, maxSize, Duration.ofMinutes(5));
  }

  private Guest boot() throws SandboxStartException {
    boots.incrementAndGet();
    Guest guest =
        Guest.greet(new ScriptedGuest(ScriptedGuest.greeting(ScriptedGuest.waiting())), watch);
    booted.release();
    return guest;
  }
}
