package dev.airlock.sandbox;

import dev.airlock.Isolation;

/**
 * Makes sandboxes of one kind.
 *
 * <p>Thread-safe. Implementations find their engine when asked and not before, so that constructing
 * one costs nothing.
 */
public interface SandboxProvider {
  /** The value of {@code airlock.provider} that names it, as in {@code bubblewrap}. */
  String id();

  /** How strongly its sandboxes isolate. */
  Isolation isolation();

  /**
   * Tries the engine by using it: a file that exists proves nothing.
   *
   * <p>Blocks for as long as a start takes, at most 15 seconds. Never throws; the result says why
   * not.
   */
  ProbeResult probe();

  /**
   * Starts a sandbox and the guest in it. Returns once the process runs, not once the guest is
   * ready: that is the handshake's business.
   *
   * @throws SandboxStartException if it could not be started or a limit of the spec cannot be
   *     enforced; nothing is left behind
   */
  Sandbox start(SandboxSpec spec) throws SandboxStartException;

  /**
   * Prepares what makes later starts faster, if there is something and it is not there yet. No
   * start waits for it. Blocks for some seconds; meant for a background thread, once the first
   * guest runs.
   *
   * @throws SandboxStartException if it could not be prepared; starts then go on without
   */
  default void speedUp() throws SandboxStartException {}
}
