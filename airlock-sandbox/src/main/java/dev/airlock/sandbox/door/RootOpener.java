package dev.airlock.sandbox.door;

import org.jspecify.annotations.Nullable;

/** How a place on a class path becomes a code root. */
@FunctionalInterface
interface RootOpener {
  /** The root at a place for guests of a Java release, or null if nothing is there. */
  @Nullable CodeRoot open(Place place, int guestFeature);
}
