package dev.airlock.runtime.dispatch;

import dev.airlock.AirlockException;
import dev.airlock.Gate;
import dev.airlock.Isolation;
import dev.airlock.Reuse;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.SandboxExecutionException;
import dev.airlock.SandboxResourceException;
import dev.airlock.SandboxTimeoutException;
import dev.airlock.SandboxUnavailableException;
import dev.airlock.runtime.engine.Engines;
import dev.airlock.runtime.guest.CallOutcome;
import dev.airlock.runtime.guest.CallRequest;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.guest.GuestCall;
import dev.airlock.runtime.logging.Logs;
import dev.airlock.runtime.policy.CallPolicy;
import dev.airlock.runtime.pool.GuestPool;
import dev.airlock.runtime.pool.Lease;
import dev.airlock.runtime.pool.PoolExhaustedException;
import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.message.GuestWords.Refusal;
import dev.airlock.sandbox.text.HostileText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls from the gate to their outcome. Thread-safe; a call runs on its caller's thread.
 *
 * <p>The order is the promise: whatever can be wrong with a call on the host's side (policy,
 * contract, arguments) is found before a guest is claimed, and only the lack of a guest can lead to
 * a fallback.
 */
public final class Dispatcher {
  private final Engines engines;
  private final CallPreparer preparer;
  private final CallWatch watch;
  private final CallCounts counts;
  private final AtomicLong callIds = new AtomicLong();
  private final AtomicBoolean warned = new AtomicBoolean();

  /** A dispatcher over engines that have started nothing yet. */
  public Dispatcher(Engines engines, CallPreparer preparer, CallWatch watch, CallCounts counts) {
    this.engines = engines;
    this.preparer = preparer;
    this.watch = watch;
    this.counts = counts;
  }

  /**
   * Runs a call in a guest of its policy.
   *
   * @return the result, or {@link Gate#RUN_BODY} if the call may and has to run on the host
   * @throws Throwable what the body threw, or an {@link AirlockException}
   */
  public @Nullable Object dispatch(Invocation invocation) throws Throwable {
    long begin = System.nanoTime();
    counts.calls.increment();
    CallPolicy policy = invocation.target().policy();
    long deadline = begin + policy.timeout().toNanos();
    CallOutcome outcome;
    try (PreparedCall call = preparer.prepare(invocation, "c" + callIds.incrementAndGet())) {
      Lease claimed = claimOrFallBack(invocation.target(), policy, deadline);
      if (claimed == null) {
        return Gate.RUN_BODY;
      }
      try (Lease lease = claimed) {
        outcome = converse(call, lease.guest(), deadline);
        if (policy.reuse() == Reuse.POOL) {
          lease.keep();
        }
      }
    } catch (AirlockException e) {
      counts.refused.increment();
      throw e;
    }
    return conclude(outcome);
  }

  /**
   * Runs a call in a guest that the caller holds.
   *
   * @throws Throwable what the body threw, or an {@link AirlockException}; after the latter the
   *     guest is dead or must be destroyed
   */
  public @Nullable Object dispatchIn(Guest guest, Invocation invocation) throws Throwable {
    counts.calls.increment();
    long deadline = System.nanoTime() + invocation.target().policy().timeout().toNanos();
    CallOutcome outcome;
    try (PreparedCall call = preparer.prepare(invocation, "c" + callIds.incrementAndGet())) {
      outcome = converse(call, guest, deadline);
    } catch (AirlockException e) {
      counts.refused.increment();
      throw e;
    }
    return conclude(outcome);
  }

  /** Boots spares for calls of a policy, in the background. */
  public void warmUp(CallPolicy policy) {
    pool(policy).warmUp();
  }

  /**
   * Claims a guest for calls of a policy.
   *
   * @param label what messages call whoever wants it
   * @throws SandboxUnavailableException if no sandbox could be had
   * @throws SandboxResourceException if every guest was busy for too long
   * @throws SandboxTimeoutException if the deadline passed meanwhile
   */
  public Lease claim(String label, CallPolicy policy) throws InterruptedException {
    return claim(label, policy, System.nanoTime() + policy.timeout().toNanos());
  }

  private Lease claim(String label, CallPolicy policy, long deadline) throws InterruptedException {
    boolean sharing = policy.reuse() == Reuse.POOL;
    try {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      return pool(policy).claim(sharing, Collections.min(List.of(left, policy.acquireTimeout())));
    } catch (SandboxUnavailableException e) {
      throw new SandboxUnavailableException(
          label + " did not run. " + e.getMessage(), e.getCause());
    } catch (PoolExhaustedException e) {
      if (deadline - System.nanoTime() <= 0) {
        throw timedOut(label, policy, e);
      }
      throw new SandboxResourceException(label + ": " + e.getMessage(), e);
    }
  }

  private static SandboxTimeoutException timedOut(
      String label, CallPolicy policy, PoolExhaustedException e) {
    SandboxTimeoutException timeout =
        new SandboxTimeoutException(
            label
                + " did not get a sandbox within its timeout of "
                + policy.timeout().toMillis()
                + " ms. "
                + e.getMessage(),
            policy.timeout());
    timeout.addSuppressed(e);
    return timeout;
  }

  private @Nullable Lease claimOrFallBack(Target target, CallPolicy policy, long deadline)
      throws Throwable {
    try {
      return claim(target.label(), policy, deadline);
    } catch (InterruptedException e) {
      throw interrupted(target, e);
    } catch (SandboxUnavailableException e) {
      if (!policy.fallbackAllowed()) {
        throw e;
      }
      counts.fallbacks.increment();
      Logs.runtime()
          .log(
              Level.WARNING,
              "{0} runs on the host, without a sandbox, because its annotation permits it: {1}",
              target.label(),
              e.getMessage());
      return null;
    }
  }

  private void warnOnceOf(Guest guest) {
    if (guest.isolation() == Isolation.NAMESPACES && warned.compareAndSet(false, true)) {
      Logs.runtime()
          .log(
              Level.WARNING,
              "Sandboxes here share the host's kernel (NAMESPACES). For code that is hostile on"
                  + " purpose ask for more: airlock.isolation.minimum=userspace-kernel or microvm.");
    }
  }

  private GuestPool pool(CallPolicy policy) {
    if (policy.reuse() == Reuse.KEY) {
      throw new SandboxConfigurationException(
          "reuse=KEY is not supported by this version. Use CALL, VM or POOL.");
    }
    return engines.pool(
        policy.provider(),
        policy.isolation(),
        new SandboxSpec(policy.limits(), policy.network()),
        policy.config());
  }

  private CallOutcome converse(PreparedCall call, Guest guest, long deadline) throws Throwable {
    CallRequest request = call.request(guest);
    warnOnceOf(guest);
    try {
      CallOutcome outcome = new GuestCall(guest, request).run(watch, deadline);
      if (outcome instanceof CallOutcome.Refused refused) {
        throw refused(call.target(), refused.refusal());
      }
      return outcome;
    } catch (InterruptedException e) {
      throw interrupted(call.target(), e);
    } finally {
      call.leave(guest);
    }
  }

  /**
   * As a method that can be interrupted says it, or else as ours, with the thread's mark set again.
   */
  private static Throwable interrupted(Target target, InterruptedException e) {
    if (target.throwsInterrupted()) {
      return e;
    }
    Thread.currentThread().interrupt();
    return new AirlockException(
        e.getMessage() == null ? target.label() + " was interrupted." : e.getMessage(), e);
  }

  private @Nullable Object conclude(CallOutcome outcome) throws Throwable {
    if (outcome instanceof CallOutcome.Threw threw) {
      counts.failed.increment();
      throw threw.failure();
    }
    counts.succeeded.increment();
    return ((CallOutcome.Returned) outcome).value();
  }

  private static AirlockException refused(Target target, Refusal refusal) {
    String said = HostileText.escape(refusal.text(), 1024);
    String what =
        switch (refusal.kind()) {
          case ARGUMENTS ->
              " could not be run: its guest could not read the receiver or the arguments: ";
          case METHOD -> " could not be run: its guest could not find or prepare it: ";
          case RESULT -> " ran, but its result cannot come back: ";
        };
    return new SandboxExecutionException(
        target.label() + what + said + Remedy.of(refusal.text()), "", "", null);
  }
}
