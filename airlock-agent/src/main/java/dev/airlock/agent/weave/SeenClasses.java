package dev.airlock.agent.weave;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which classes the JVM has shown to the transformer, so that those that it has not shown can be
 * found. Eight bytes a class, and no class or loader is held. Thread-safe.
 *
 * <p>A name is kept as a hash of 64 bits. Should two of one loader ever be the same, a class that
 * was not shown is taken for one that was.
 */
final class SeenClasses {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Map<ClassLoader, LongSet> byLoader =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Notes a class. Never fails: what could not be noted for lack of memory or stack counts as not
   * shown, and is looked at once more.
   *
   * @param className with dots or slashes; null for a class that has none yet
   */
  void note(ClassLoader loader, @Nullable String className) {
    if (className == null) {
      return;
    }
    try {
      LongSet names = byLoader.get(loader);
      if (names == null) {
        names = new LongSet();
        LongSet before = byLoader.putIfAbsent(loader, names);
        names = before == null ? names : before;
      }
      names.add(hash(className));
    } catch (VirtualMachineError e) {
      // Not shown, then.
    }
  }

  /** Whether a class was noted. */
  boolean contains(ClassLoader loader, String className) {
    LongSet names = byLoader.get(loader);
    return names != null && names.contains(hash(className));
  }

  private static long hash(String className) {
    long hash = 1;
    for (int i = 0; i < className.length(); i++) {
      char letter = className.charAt(i);
      hash = (hash + (letter == '/' ? '.' : letter)) * SPREAD;
    }
    // Zero marks a free place.
    return hash == 0 ? 1 : hash;
  }
}
