package dev.airlock.sandbox.codec;

/** How the guest finds a class that the host named. */
@FunctionalInterface
public interface ClassLookup {
  /**
   * The class of that name as the mirrored loader sees it, not initialised.
   *
   * @param loader the number from {@link ClassNaming#loaderOf}
   * @param name a binary name, as in {@code java.util.Map$Entry}; never an array or a primitive
   */
  Class<?> find(int loader, String name) throws ClassNotFoundException;
}
