package dev.airlock.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.SandboxUnavailableException;
import dev.airlock.runtime.config.PoolSettings;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.runtime.guest.ScriptedGuest;
import dev.airlock.runtime.pool.GuestPool;
import dev.airlock.runtime.pool.Lease;
import dev.airlock.runtime.pool.NoGuestException;
import dev.airlock.runtime.pool.NoGuestException.Why;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.ProbeResult;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.SandboxStartException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EnginesTest {
  private static final SandboxSpec SPEC = new SandboxSpec(Limits.DEFAULT, Network.NONE);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final Engine weak = new Engine("weak", Isolation.NAMESPACES);
  private final Engine strong = new Engine("strong", Isolation.MICROVM);

  @Test
  void theStrongestProviderThatWorksIsTaken() throws Exception {
    try (Engines engines = engines();
        Lease lease = pool(engines, "auto", Isolation.NAMESPACES).claim(false, PATIENT)) {
      assertThat(lease.guest().isAlive()).isTrue();
      assertThat(strong.starts).isEqualTo(1);
      assertThat(weak.starts).isZero();
    }
  }

  @Test
  void theNextOneIsTakenWhereTheStrongestDoesNotWork() throws Exception {
    strong.works = false;
    try (Engines engines = engines();
        Lease lease = pool(engines, "auto", Isolation.NAMESPACES).claim(false, PATIENT)) {
      assertThat(lease.guest().isAlive()).isTrue();
      assertThat(weak.starts).isEqualTo(1);
    }
  }

  @Test
  void aWeakerOneIsNeverTaken() {
    strong.works = false;
    try (Engines engines = engines()) {
      GuestPool pool = pool(engines, "auto", Isolation.USERSPACE_KERNEL);
      assertThatThrownBy(() -> pool.claim(false, PATIENT)).isInstanceOf(NoGuestException.class);
      assertThat(weak.starts).isZero();
    }
  }

  @Test
  void whatNoProviderGivesIsRefusedBeforeAnythingIsStarted() {
    try (Engines engines = new Engines(List.of(weak), settings(), new CallWatch())) {
      assertThatThrownBy(() -> pool(engines, "auto", Isolation.MICROVM))
          .isInstanceOf(SandboxUnavailableException.class)
          .hasMessageContaining("No provider gives MICROVM")
          .hasMessageContaining("weak (NAMESPACES)");
      assertThatThrownBy(() -> pool(engines, "strong", Isolation.NAMESPACES))
          .isInstanceOf(SandboxUnavailableException.class)
          .hasMessageContaining("airlock.provider=strong");
      assertThat(weak.starts).isZero();
    }
  }

  @Test
  void withoutAnyEngineEachReasonAndRemedyIsTold() {
    strong.works = false;
    weak.works = false;
    try (Engines engines = engines()) {
      GuestPool pool = pool(engines, "auto", Isolation.NAMESPACES);
      assertThatThrownBy(() -> pool.claim(false, PATIENT))
          .isInstanceOfSatisfying(
              NoGuestException.class, e -> assertThat(e.why()).isEqualTo(Why.NO_ENGINE))
          .hasMessageContaining("strong: strong is not there.")
          .hasMessageContaining("weak: weak is not there.")
          .hasMessageContaining("Install strong. Install weak.");
    }
  }

  @Test
  void anEngineThatProbesWellButDoesNotStartIsNotMissing() {
    weak.starting = false;
    try (Engines engines = new Engines(List.of(weak), settings(), new CallWatch())) {
      GuestPool pool = pool(engines, "auto", Isolation.NAMESPACES);
      assertThatThrownBy(() -> pool.claim(false, PATIENT))
          .isInstanceOfSatisfying(
              NoGuestException.class, e -> assertThat(e.why()).isEqualTo(Why.START_FAILED));
    }
  }

  @Test
  void anEngineThatHasWorkedIsNeverTakenForMissing() throws Exception {
    try (Engines engines = new Engines(List.of(weak), settings(), new CallWatch())) {
      GuestPool pool = pool(engines, "auto", Isolation.NAMESPACES);
      pool.claim(false, PATIENT).close();
      weak.works = false;
      assertThatThrownBy(() -> pool.claim(false, PATIENT))
          .isInstanceOfSatisfying(
              NoGuestException.class, e -> assertThat(e.why()).isEqualTo(Why.START_FAILED));
    }
  }

  @Test
  void whatIsClosedStartsNothing() {
    Engines engines = engines();
    GuestPool pool = pool(engines, "auto", Isolation.NAMESPACES);
    engines.close();
    assertThatThrownBy(() -> pool.claim(false, PATIENT))
        .isInstanceOfSatisfying(
            NoGuestException.class, e -> assertThat(e.why()).isEqualTo(Why.CLOSED));
    assertThatThrownBy(() -> pool(engines, "weak", Isolation.NAMESPACES))
        .isInstanceOf(SandboxUnavailableException.class);
    assertThat(strong.starts).isZero();
  }

  private Engines engines() {
    return new Engines(List.of(weak, strong), settings(), new CallWatch());
  }

  private static PoolSettings settings() {
    return new PoolSettings(0, 4, Duration.ofMinutes(5));
  }

  private static GuestPool pool(Engines engines, String provider, Isolation isolation) {
    return engines.pool(provider, isolation, SPEC, "");
  }

  /** A provider whose engine can be taken away. */
  private static final class Engine implements SandboxProvider {
    final String id;
    final Isolation isolation;
    volatile boolean works = true;
    volatile boolean starting = true;
    volatile int starts;

    Engine(String id, Isolation isolation) {
      this.id = id;
      this.isolation = isolation;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Isolation isolation() {
      return isolation;
    }

    @Override
    public ProbeResult probe() {
      return works
          ? ProbeResult.usable(id)
          : ProbeResult.unusable(id, id + " is not there.", "Install " + id + ".");
    }

    @Override
    public Sandbox start(SandboxSpec spec) throws SandboxStartException {
      if (!works || !starting) {
        throw new SandboxStartException("It did not start.", "", null);
      }
      starts++;
      return new ScriptedGuest(ScriptedGuest.greeting(ScriptedGuest.waiting()));
    }
  }
}
