package dev.airlock.runtime.gate;

import dev.airlock.sandbox.contract.KeyOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks hostile keys before they are hashed into a table or compared in a tree. */
final class KeyChecks {
  /** With more, a table of keys that have no order degrades to a list. */
  private static final int MOST_EQUAL_HASHES = 64;

  private final Refusals refusals;

  KeyChecks(Refusals refusals) {
    this.refusals = refusals;
  }

  /**
   * Refuses keys that a table could tell apart only one by one. Keys of one class with an order of
   * its own do not matter: a table sorts those that collide.
   *
   * @param step every so manieth part is a key
   */
  void requireFewCollisions(@Nullable Object[] parts, int step) {
    if (parts.length / step <= MOST_EQUAL_HASHES || areOfOneComparableClass(parts, step)) {
      return;
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < parts.length; i += step) {
      Object key = parts[i];
      int count = counts.merge(key == null ? 0 : key.hashCode(), 1, Integer::sum);
      if (count > MOST_EQUAL_HASHES) {
        throw refusals.because("more than " + MOST_EQUAL_HASHES + " keys have the same hash");
      }
    }
  }

  private static boolean areOfOneComparableClass(@Nullable Object[] parts, int step) {
    Object first = parts[0];
    if (!(first instanceof Comparable)) {
      return false;
    }
    for (int i = step; i < parts.length; i += step) {
      if (!isSameClass(first, parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** Refuses keys that are not of one class, or not each greater than the one before it. */
  void requireAscending(@Nullable Object[] parts, int step, KeyOrder order) {
    Comparator<Object> comparator = comparator(parts, step, order);
    for (int i = step; i < parts.length; i += step) {
      if (comparator.compare(parts[i - step], parts[i]) >= 0) {
        throw refusals.because("key " + i / step + " of something sorted is out of order");
      }
    }
  }

  /** Refuses elements that are not of one class that the order can compare. */
  void requireComparable(@Nullable Object[] parts, KeyOrder order) {
    comparator(parts, 1, order);
  }

  @SuppressWarnings("unchecked") // Every key has the class of the first one, which has that order.
  private Comparator<Object> comparator(@Nullable Object[] parts, int step, KeyOrder order) {
    for (int i = 0; i < parts.length; i += step) {
      if (!isSameClass(parts[0], parts[i])
          || !(parts[i] instanceof Comparable)
          || (order == KeyOrder.CASE_INSENSITIVE && !(parts[i] instanceof String))) {
        throw refusals.because("key " + i / step + " of something sorted cannot be compared");
      }
    }
    Comparator<?> comparator = order.comparator();
    return comparator != null
        ? (Comparator<Object>) comparator
        : (left, right) -> ((Comparable<Object>) left).compareTo(right);
  }

  private static boolean isSameClass(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Enum<?> left && other instanceof Enum<?> right) {
      return left.getDeclaringClass() == right.getDeclaringClass();
    }
    return one != null && other != null && one.getClass() == other.getClass();
  }
}
