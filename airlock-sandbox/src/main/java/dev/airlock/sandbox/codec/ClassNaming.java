package dev.airlock.sandbox.codec;

/** How the host names the loader of a class to the guest. */
@FunctionalInterface
public interface ClassNaming {
  /**
   * The number of the loader that defined a class: 0 for the JDK's own, else the number by which
   * the guest mirrors that loader.
   */
  int loaderOf(Class<?> type);
}
