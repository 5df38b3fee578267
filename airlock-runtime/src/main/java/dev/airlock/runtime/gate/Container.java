package dev.airlock.runtime.gate;

import org.jspecify.annotations.Nullable;

/**
 * A collection or a map on its way: there from the start, so that its own parts can refer to it,
 * and filled at once when all of them have come.
 *
 * @param visible what the result holds
 * @param filler puts the parts in; those of a map are keys and values in turn
 */
record Container<T>(T visible, Filler filler) {
  /** How to fill a container. */
  @FunctionalInterface
  interface Filler {
    void fill(@Nullable Object[] parts);
  }

  void fill(@Nullable Object[] parts) {
    filler.fill(parts);
  }
}
