package dev.airlock.sandbox.codec;

import dev.airlock.sandbox.text.HostileText;
import org.jspecify.annotations.Nullable;

/** How a path shows the key of a map: never by calling a method of the application. */
final class Steps {
  private static final int LONGEST = 40;

  private Steps() {}

  static String key(@Nullable Object key) {
    if (key == null) {
      return "null";
    }
    if (key instanceof Enum<?> constant) {
      return constant.name();
    }
    if (key instanceof String
        || key instanceof Integer
        || key instanceof Long
        || key instanceof Character
        || key instanceof Boolean) {
      return HostileText.escape(key.toString(), LONGEST);
    }
    return key.getClass().getName();
  }
}
