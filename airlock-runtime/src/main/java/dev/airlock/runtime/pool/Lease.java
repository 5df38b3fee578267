package dev.airlock.runtime.pool;

import dev.airlock.runtime.guest.Guest;

/**
 * One use of a guest. Closing it gives the guest up: it is destroyed, unless {@link #keep} said
 * that another call may use it. Belongs to one thread.
 */
public final class Lease implements AutoCloseable {
  private final GuestPool pool;
  private final Guest guest;
  private boolean reusable;
  private boolean closed;

  Lease(GuestPool pool, Guest guest) {
    this.pool = pool;
    this.guest = guest;
  }

  /** The guest. */
  public Guest guest() {
    return guest;
  }

  /** Says that the guest did nothing wrong and that calls of {@code POOL} may use it again. */
  public void keep() {
    reusable = true;
  }

  /** Gives the guest up. Does not wait for its end. Closing twice does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pool.release(guest, reusable);
    }
  }
}
