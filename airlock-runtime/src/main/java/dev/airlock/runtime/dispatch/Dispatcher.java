package dev.airlock.runtime.dispatch;

import dev.airlock.AirlockException;
import dev.airlock.Gate;
import dev.airlock.Isolation;
import dev.airlock.PayloadTooLargeException;
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
import dev.airlock.runtime.pool.NoGuestException;
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
 * contract, arguments) is found before a guest is claimed, and only the lack of an engine can lead
 * to a fallback: neither load, nor another's calls, nor a stricter setting, nor a closed runtime.
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
    long deadline = System.nanoTime() + policy.timeout().toNanos();
    try {
      return claim(policy, deadline);
    } catch (NoGuestException e) {
      throw refused(label, policy, deadline, e);
    }
  }

  private Lease claim(CallPolicy policy, long deadline)
      throws InterruptedException, NoGuestException {
    boolean sharing = policy.reuse() == Reuse.POOL;
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    return pool(policy).claim(sharing, Collections.min(List.of(left, policy.acquireTimeout())));
  }

  private static AirlockException refused(
      String label, CallPolicy policy, long deadline, NoGuestException e) {
    String message = label + " did not run. " + e.getMessage();
    if (e.why() != NoGuestException.Why.EXHAUSTED) {
      return new SandboxUnavailableException(message, e);
    }
    return deadline - System.nanoTime() <= 0
        ? new SandboxTimeoutException(
            message + " Its timeout is " + policy.timeout().toMillis() + " ms.", policy.timeout())
        : new SandboxResourceException(message, e);
  }

  /** Claims a guest, or says with null that the body may and has to run on the host. */
  private @Nullable Lease claimOrFallBack(Target target, CallPolicy policy, long deadline)
      throws Throwable {
    try {
      return claim(policy, deadline);
    } catch (InterruptedException e) {
      throw interrupted(target, e);
    } catch (NoGuestException e) {
      if (!policy.fallbackAllowed() || e.why() != NoGuestException.Why.NO_ENGINE) {
        throw refused(target.label(), policy, deadline, e);
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
      CallOutcome outcome = run(call.target(), guest, request, deadline);
      if (outcome instanceof CallOutcome.Refused refused) {
        throw refused(call.target(), refused.refusal());
      }
      if (outcome instanceof CallOutcome.Returned) {
        call.learn();
      }
      return outcome;
    } finally {
      call.leave(guest);
    }
  }

  /** Runs the call. A guest that did not end it by the rules is destroyed, whoever holds it. */
  private CallOutcome run(Target target, Guest guest, CallRequest request, long deadline)
      throws Throwable {
    try {
      return new GuestCall(guest, request).run(watch, deadline);
    } catch (InterruptedException e) {
      guest.close();
      throw interrupted(target, e);
    } catch (RuntimeException | Error e) {
      guest.close();
      throw e;
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
    return switch (refusal.kind()) {
      case ARGUMENTS ->
          failed(
              target,
              " could not be run: its guest could not read the receiver or the arguments: ",
              refusal);
      case METHOD ->
          failed(target, " could not be run: its guest could not find or prepare it: ", refusal);
      case RESULT -> failed(target, " ran, but its result cannot come back: ", refusal);
      case TOO_LARGE ->
          new PayloadTooLargeException(
              target.label()
                  + " ran, but its result is larger than "
                  + target.policy().maxResult()
                  + " bytes. Raise airlock.max-result, or return less.");
    };
  }

  private static SandboxExecutionException failed(Target target, String what, Refusal refusal) {
    String said = HostileText.escape(refusal.text(), 1024);
    return new SandboxExecutionException(
        target.label() + what + said + Remedy.of(refusal.text()), "", "", null);
  }
}
