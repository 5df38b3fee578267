package dev.airlock.sandbox.message;

import org.jspecify.annotations.Nullable;

/**
 * A class as one mirrored loader sees it.
 *
 * @param loader the number of the loader, above 0
 * @param name the binary name, as in {@code org.example.Outer$Inner}
 */
public record ClassRef(int loader, String name) {
  // Equality is written out: linking what the compiler would generate costs a fresh guest
  // milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassRef that && loader == that.loader && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + loader;
  }
}
