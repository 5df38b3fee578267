package dev.airlock.sandbox.door;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How a place on a class path becomes a code root. */
@FunctionalInterface
interface RootOpener {
  /** The root at a real path for guests of a Java release, or null if nothing is there. */
  @Nullable CodeRoot open(Path location, int guestFeature);
}
