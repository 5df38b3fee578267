package dev.airlock.agent.weave;

import dev.airlock.runtime.WovenMethods;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was done to which class. Holds no class and no loader: an entry goes with its loader.
 * Thread-safe.
 */
final class WovenRegistry implements WovenMethods {
  /** Names with descriptors: those behind the gate, and the native ones that throw now. */
  private record Entry(Set<String> woven, Set<String> formerlyNative) {}

  private final Map<ClassLoader, Map<String, Entry>> byLoader =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Notes a class's state, in place of what was noted before. */
  void note(ClassLoader loader, String className, Set<String> woven, Set<String> formerlyNative) {
    byLoader
        .computeIfAbsent(loader, key -> new ConcurrentHashMap<>())
        .put(className, new Entry(woven, formerlyNative));
  }

  @Override
  public boolean isWoven(Class<?> owner, String method) {
    Entry entry = entry(owner.getClassLoader(), owner.getName());
    return entry != null && entry.woven().contains(method);
  }

  /** Whether these methods lost their native flag when the class was loaded. */
  boolean wereNative(ClassLoader loader, String className, Set<String> methods) {
    Entry entry = entry(loader, className);
    return entry != null && entry.formerlyNative().containsAll(methods);
  }

  /** Whether the class has been here before: other agents have classes transformed again. */
  boolean knows(ClassLoader loader, String className) {
    return entry(loader, className) != null;
  }

  private @Nullable Entry entry(@Nullable ClassLoader loader, String className) {
    Map<String, Entry> classes = loader == null ? null : byLoader.get(loader);
    return classes == null ? null : classes.get(className);
  }
}
