package dev.airlock.sandbox.door;

import dev.airlock.sandbox.message.ClassRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which classes earlier calls of each method needed, in the order they did. Thread-safe. */
final class ServedBefore {
  /** The most methods that are remembered; the one whose last call is longest ago goes first. */
  static final int MAX_METHODS = 1_000;

  private final int maxClasses;
  private final Map<Method, List<ClassRef>> byMethod =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Method, List<ClassRef>> eldest) {
          return size() > MAX_METHODS;
        }
      };

  /** A memory of at most so many classes a method. */
  ServedBefore(int maxClasses) {
    this.maxClasses = maxClasses;
  }

  /** What is known, empty if nothing is. */
  synchronized List<ClassRef> recall(Method method) {
    return byMethod.getOrDefault(method, List.of());
  }

  synchronized void learn(Method method, Set<ClassRef> needed) {
    List<ClassRef> before = recall(method);
    Set<ClassRef> known = new LinkedHashSet<>(before);
    known.addAll(needed);
    if (known.size() > before.size()) {
      byMethod.put(method, known.stream().limit(maxClasses).toList());
    }
  }

  /**
   * A method, and the loader of the class that declares it: a class can be there twice.
   *
   * @param name as the caller of the door identifies it
   */
  record Method(int loader, String name) {}
}
