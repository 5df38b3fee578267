package dev.airlock.sandbox.codec;

/**
 * A container that the guest has made and will fill.
 *
 * @param visible what others refer to
 * @param filled what the content goes into: the same, or what a view looks at
 */
record Made<T>(T visible, T filled) {
  static <T> Made<T> of(T container) {
    return new Made<>(container, container);
  }
}
