package dev.airlock.runtime.policy;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import dev.airlock.sandbox.Limits;
import java.time.Duration;
import java.util.Set;

/**
 * What holds for the calls of one method. Nothing in it is {@code DEFAULT}. Immutable.
 *
 * @param sandboxed whether the method runs in a sandbox at all; if not, the rest says nothing
 * @param required whether the annotation demands a sandbox
 * @param fallbackAllowed whether the body may run on the host when no sandbox can be had: not
 *     required, and no setting forbids it
 * @param config the name of the configuration, empty for the global one
 * @param provider the id of the provider, or {@code auto}
 * @param timeout the longest that a call may take, from entry to result
 * @param acquireTimeout the longest of it that may be spent on waiting for a guest
 * @param isolation the weakest isolation that will do
 * @param reuse which calls may share a guest
 * @param key with {@link Reuse#KEY} whose guest it is; else empty
 * @param network what the guest may reach
 * @param limits what the guest may use at most
 * @param maxPayload the most bytes that receiver and arguments may take
 * @param maxResult the most bytes that the result may take
 * @param resultTypes types that a result may contain in open places
 */
public record CallPolicy(
    boolean sandboxed,
    boolean required,
    boolean fallbackAllowed,
    String config,
    String provider,
    Duration timeout,
    Duration acquireTimeout,
    Isolation isolation,
    Reuse reuse,
    String key,
    Network network,
    Limits limits,
    long maxPayload,
    long maxResult,
    Set<Class<?>> resultTypes) {
  /** A policy; the set is copied. */
  public CallPolicy {
    resultTypes = Set.copyOf(resultTypes);
  }
}
