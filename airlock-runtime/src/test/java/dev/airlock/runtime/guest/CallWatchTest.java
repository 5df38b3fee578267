package dev.airlock.runtime.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.Isolation;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Sandbox;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallWatchTest {
  private static final long FAR = Duration.ofMinutes(5).toNanos();

  private final CallWatch watch = new CallWatch();

  @Test
  void aGuestWhoseDeadlinePassesIsKilled() throws Exception {
    Watchable guest = new Watchable(() -> {});
    CallWatch.Watched watched = watch.watch(guest, System.nanoTime(), null);
    guest.killed.await();
    assertThat(watched.finish()).isEqualTo(CallWatch.Strike.DEADLINE);
  }

  @Test
  void aGuestWhoseCallerIsInterruptedIsKilled() throws Exception {
    Watchable guest = new Watchable(() -> {});
    Thread caller = new Thread(() -> awaitQuietly(guest.killed));
    caller.start();
    CallWatch.Watched watched = watch.watch(guest, System.nanoTime() + FAR, caller);
    caller.interrupt();
    guest.killed.await();
    assertThat(watched.finish()).isEqualTo(CallWatch.Strike.INTERRUPT);
  }

  @Test
  void aCallThatFinishedIsNotStruck() throws Exception {
    Watchable first = new Watchable(() -> {});
    assertThat(watch.watch(first, System.nanoTime() + FAR, null).finish()).isNull();
    assertThat(first.killed.getCount()).isEqualTo(1);
  }

  @Test
  void aGuestThatCannotBeLookedAtIsKilledAndTheOthersAreWatchedOn() throws Exception {
    Watchable broken =
        new Watchable(
            () -> {
              throw new OutOfMemoryError("for the test");
            });
    watch.watch(broken, System.nanoTime() + FAR, null);
    broken.killed.await();

    CountDownLatch looked = new CountDownLatch(3);
    Watchable healthy = new Watchable(looked::countDown);
    CallWatch.Watched watched = watch.watch(healthy, System.nanoTime() + FAR, null);
    assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(watched.finish()).isNull();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      while (latch.getCount() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  /** A sandbox that notes that it was killed, and does something whenever it is looked at. */
  private static final class Watchable implements Sandbox {
    final CountDownLatch killed = new CountDownLatch(1);
    private final Runnable whenLookedAt;

    Watchable(Runnable whenLookedAt) {
      this.whenLookedAt = whenLookedAt;
    }

    @Override
    public String id() {
      return "watchable";
    }

    @Override
    public Isolation isolation() {
      return Isolation.NAMESPACES;
    }

    @Override
    public InputStream fromGuest() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream toGuest() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public boolean isAlive() {
      return killed.getCount() > 0;
    }

    @Override
    public void kill() {
      killed.countDown();
    }

    @Override
    public void drainDiagnostics() {
      whenLookedAt.run();
    }

    @Override
    public ExitReport awaitExit(Duration longest) {
      return new ExitReport(137, "");
    }

    @Override
    public void close() {
      kill();
    }
  }
}
