package dev.airlock.agent.weave;

import java.util.concurrent.atomic.AtomicInteger;

/** Tells whether the body of a fixture's method ran. */
public final class Canary {
  private static final AtomicInteger BODIES = new AtomicInteger();

  private Canary() {}

  /** Called by each body. */
  public static void ran() {
    BODIES.incrementAndGet();
  }

  static void reset() {
    BODIES.set(0);
  }

  static int bodies() {
    return BODIES.get();
  }
}
