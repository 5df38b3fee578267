package dev.airlock.sandbox.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of the primitive types and {@code void} on the wire. */
final class Primitives {
  private static final List<Class<?>> TYPES =
      List.of(
          boolean.class,
          byte.class,
          char.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          void.class);

  static final int COUNT = TYPES.size();

  private Primitives() {}

  static int numberOf(Class<?> type) {
    return TYPES.indexOf(type);
  }

  static Class<?> of(int number) {
    return TYPES.get(number);
  }

  /** The primitive type of that name, or null. */
  static @Nullable Class<?> named(String name) {
    for (Class<?> type : TYPES) {
      if (type.getName().equals(name)) {
        return type;
      }
    }
    return null;
  }
}
