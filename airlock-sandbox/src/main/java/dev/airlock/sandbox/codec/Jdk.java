package dev.airlock.sandbox.codec;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** What belongs to the JDK, whose private fields are nobody's business. */
final class Jdk {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Jdk() {}

  /** Whether a class is one of the JDK's. What an agent appended to the boot path is not. */
  static boolean defines(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return (loader == null || loader == PLATFORM) && type.getModule().isNamed();
  }

  /** The nearest class of the JDK that a class extends. */
  static Class<?> baseOf(Class<?> type) {
    Class<?> base = type;
    while (!defines(base)) {
      base = base.getSuperclass();
    }
    return base;
  }

  /** The class among a class of the JDK and those it extends that keeps state, or null. */
  static @Nullable Class<?> withState(Class<?> base) {
    for (Class<?> c = base; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (FieldSlot.crosses(field)) {
          return c;
        }
      }
    }
    return null;
  }
}
