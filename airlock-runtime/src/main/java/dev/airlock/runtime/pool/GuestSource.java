package dev.airlock.runtime.pool;

import dev.airlock.runtime.guest.Guest;
import dev.airlock.sandbox.SandboxStartException;

/** Boots guests for a pool. */
@FunctionalInterface
public interface GuestSource {
  /**
   * Boots a guest and waits until it is ready. Called by the pool's own threads.
   *
   * @throws SandboxStartException if that failed; nothing is left of it
   * @throws NoGuestException if it failed because no engine works here
   */
  Guest boot() throws SandboxStartException, NoGuestException;
}
