package dev.airlock.sandbox.contract;

import java.util.Collections;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The orders of sorted collections that a payload can name. */
public enum KeyOrder {
  NATURAL(0),
  REVERSE(1),
  CASE_INSENSITIVE(2);

  private final int code;

  KeyOrder(int code) {
    this.code = code;
  }

  /** The number that stands for it in a payload. */
  public int code() {
    return code;
  }

  /** The order that a number stands for, or null. */
  public static @Nullable KeyOrder ofCode(long code) {
    for (KeyOrder order : values()) {
      if (order.code == code) {
        return order;
      }
    }
    return null;
  }

  /** The order that a comparator stands for, or null if it is none of these. */
  static @Nullable KeyOrder of(@Nullable Comparator<?> comparator) {
    if (comparator == null || comparator == Comparator.naturalOrder()) {
      return NATURAL;
    }
    if (comparator == Collections.reverseOrder()) {
      return REVERSE;
    }
    return comparator == String.CASE_INSENSITIVE_ORDER ? CASE_INSENSITIVE : null;
  }

  /** Its comparator; null for the natural order, as sorted collections have it. */
  public @Nullable Comparator<?> comparator() {
    return switch (this) {
      case NATURAL -> null;
      case REVERSE -> Collections.reverseOrder();
      case CASE_INSENSITIVE -> String.CASE_INSENSITIVE_ORDER;
    };
  }
}
