package dev.airlock.runtime.engine;

import dev.airlock.Isolation;
import dev.airlock.SandboxUnavailableException;
import dev.airlock.runtime.config.PoolSettings;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.logging.Logs;
import dev.airlock.runtime.pool.GuestPool;
import dev.airlock.runtime.pool.NoGuestException;
import dev.airlock.runtime.pool.NoGuestException.Why;
import dev.airlock.runtime.pool.PoolCounts;
import dev.airlock.sandbox.ProbeResult;
import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.SandboxStartException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Chooses the provider of a call and keeps a pool for each kind of sandbox.
 *
 * <p>A provider is tried by starting a guest with it. Where that fails its probe says why, and the
 * next weaker one that still satisfies the call is tried. Thread-safe.
 */
public final class Engines implements AutoCloseable {
  /** The value of {@code airlock.provider} that leaves the choice to us. */
  private static final String AUTO = "auto";

  private final List<SandboxProvider> providers;
  private final PoolSettings poolSettings;
  private final CallWatch watch;
  private final Map<Kind, GuestPool> pools = new ConcurrentHashMap<>();
  private final Set<SandboxProvider> proven = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * What guests of one pool have in common. Calls of different configurations never share a guest.
   */
  private record Kind(
      String provider, Isolation isolation, SandboxSpec spec, String configuration) {}

  /**
   * Engines that have started nothing yet.
   *
   * @param providers those that there are
   */
  public Engines(List<SandboxProvider> providers, PoolSettings poolSettings, CallWatch watch) {
    this.providers =
        providers.stream()
            .sorted(Comparator.comparing(SandboxProvider::isolation).reversed())
            .toList();
    this.poolSettings = poolSettings;
    this.watch = watch;
  }

  /**
   * The pool whose guests may run a call.
   *
   * @param provider the id of the provider, or {@code auto}
   * @param isolation the weakest that will do
   * @param configuration the name of the call's configuration
   * @throws SandboxUnavailableException if no provider is strong enough, or this was closed
   */
  public GuestPool pool(
      String provider, Isolation isolation, SandboxSpec spec, String configuration) {
    if (candidates(provider, isolation).isEmpty()) {
      throw new SandboxUnavailableException(
          "No provider gives "
              + isolation
              + " isolation"
              + (provider.equals(AUTO) ? "" : " with airlock.provider=" + provider)
              + ". There "
              + listed()
              + ".");
    }
    return pools.computeIfAbsent(
        new Kind(provider, isolation, spec, configuration),
        kind -> {
          if (closed) {
            throw new SandboxUnavailableException(
                "Airlock was closed; it starts no more sandboxes.");
          }
          return new GuestPool(() -> boot(kind), poolSettings);
        });
  }

  private List<SandboxProvider> candidates(String wanted, Isolation isolation) {
    return providers.stream()
        .filter(provider -> wanted.equals(AUTO) || wanted.equals(provider.id()))
        .filter(provider -> provider.isolation().compareTo(isolation) >= 0)
        .toList();
  }

  private Guest boot(Kind kind) throws SandboxStartException, NoGuestException {
    List<String> reasons = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    SandboxStartException last = null;
    boolean engineMissing = proven.isEmpty();
    for (SandboxProvider provider : candidates(kind.provider(), kind.isolation())) {
      try {
        Guest guest = Guest.greet(provider.start(kind.spec()), watch);
        speedUp(provider);
        return guest;
      } catch (SandboxStartException e) {
        last = e;
        engineMissing &= explain(provider, e, reasons, remedies);
      }
    }
    String reason = "No sandbox could be started. " + String.join(" ", reasons);
    String remedy = String.join(" ", remedies);
    if (engineMissing) {
      throw new NoGuestException(Why.NO_ENGINE, reason + " What to do: " + remedy, last);
    }
    throw new SandboxStartException(reason, remedy, last);
  }

  /** Once a provider has shown that it works, lets it prepare what makes later starts faster. */
  private void speedUp(SandboxProvider provider) {
    if (!proven.add(provider)) {
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              try {
                provider.speedUp();
              } catch (SandboxStartException | RuntimeException e) {
                Logs.runtime()
                    .log(
                        Level.INFO,
                        "{0} goes on without what would make its starts faster: {1}",
                        provider.id(),
                        e.getMessage());
              }
            },
            "airlock-speed-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says why a start failed, and whether that is because the engine does not work here at all. */
  private static boolean explain(
      SandboxProvider provider,
      SandboxStartException failure,
      List<String> reasons,
      List<String> remedies) {
    ProbeResult probe = provider.probe();
    String reason = probe.usable() ? String.valueOf(failure.getMessage()) : probe.reason();
    String remedy = probe.usable() ? failure.remedy() : probe.remedy();
    reasons.add(provider.id() + ": " + reason);
    if (!remedy.isEmpty()) {
      remedies.add(remedy);
    }
    return !probe.usable();
  }

  private String listed() {
    if (providers.isEmpty()) {
      return "is no provider at all";
    }
    return "is "
        + providers.stream()
            .map(provider -> provider.id() + " (" + provider.isolation() + ")")
            .collect(Collectors.joining(", "));
  }

  /** The counts of all pools together. */
  public PoolCounts counts() {
    PoolCounts sum = new PoolCounts(0, 0, 0, 0);
    for (GuestPool pool : pools.values()) {
      PoolCounts counts = pool.counts();
      sum =
          new PoolCounts(
              sum.created() + counts.created(),
              sum.destroyed() + counts.destroyed(),
              sum.active() + counts.active(),
              sum.idle() + counts.idle());
    }
    return sum;
  }

  /** Destroys every idle guest and refuses calls from now on. Closing twice does nothing. */
  @Override
  public void close() {
    closed = true;
    pools.values().forEach(GuestPool::close);
  }
}
