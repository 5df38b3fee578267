package dev.airlock.agent.weave;

import dev.airlock.runtime.config.MethodPattern;
import java.util.List;

/**
 * The methods that {@code airlock.intercept} names, for code that carries no annotation. Immutable.
 *
 * <p>Asked for each class that the JVM loads, so it makes no objects.
 */
record InterceptPatterns(List<MethodPattern> patterns) {
  InterceptPatterns {
    patterns = List.copyOf(patterns);
  }

  /** Whether some pattern names methods of a class, given by its binary name. */
  boolean concern(String owner) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matchesType(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some pattern names this method of a class, given by its binary name. */
  boolean name(String owner, String method) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(owner, method)) {
        return true;
      }
    }
    return false;
  }

  /** The part of a pattern that stands for classes. */
  static String typePart(MethodPattern pattern) {
    return pattern.text().substring(0, pattern.text().indexOf('#'));
  }

  /** The part of a pattern that stands for methods. */
  static String methodPart(MethodPattern pattern) {
    return pattern.text().substring(pattern.text().indexOf('#') + 1);
  }

  /** Whether a pattern spells out one class. */
  static boolean namesOneType(MethodPattern pattern) {
    return typePart(pattern).indexOf('*') < 0;
  }

  /** Whether there is no pattern at all. */
  boolean isEmpty() {
    return patterns.isEmpty();
  }
}
