package dev.airlock.runtime.gate;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception that the host can make of a message and a cause.
 *
 * @param constructors that take nothing but these; those that take more come first
 */
record ExceptionType(List<Constructor<? extends Exception>> constructors) {

  /** The type, or null if it has no such constructor. */
  static @Nullable ExceptionType of(Class<? extends Exception> type) {
    List<Constructor<? extends Exception>> usable = new ArrayList<>();
    for (Constructor<?> candidate : type.getDeclaredConstructors()) {
      if (takesOnlyMessageAndCause(candidate) && candidate.trySetAccessible()) {
        @SuppressWarnings("unchecked") // A constructor of this very class.
        Constructor<? extends Exception> own = (Constructor<? extends Exception>) candidate;
        usable.add(own);
      }
    }
    usable.sort(
        Comparator.<Constructor<?>>comparingInt(ExceptionType::rank)
            .thenComparing(candidate -> Arrays.toString(candidate.getParameterTypes())));
    return usable.isEmpty() ? null : new ExceptionType(List.copyOf(usable));
  }

  private static boolean takesOnlyMessageAndCause(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    return switch (types.length) {
      case 0 -> true;
      case 1 -> types[0] == String.class || Throwable.class.isAssignableFrom(types[0]);
      case 2 -> types[0] == String.class && Throwable.class.isAssignableFrom(types[1]);
      default -> false;
    };
  }

  private static int rank(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    return switch (types.length) {
      case 2 -> 0;
      case 1 -> types[0] == String.class ? 1 : 2;
      default -> 3;
    };
  }

  /**
   * The exception, or null if every constructor that takes these throws. One that keeps the message
   * as it is goes before one that decorates it once more: who catches it needs the type.
   */
  @Nullable Exception make(@Nullable String message, @Nullable Throwable cause) {
    Exception decorated = null;
    for (Constructor<? extends Exception> constructor : constructors) {
      Exception made = fits(constructor, cause) ? make(constructor, message, cause) : null;
      if (made != null && keeps(message, made)) {
        return made;
      }
      decorated = decorated == null ? made : decorated;
    }
    return decorated;
  }

  private static boolean keeps(@Nullable String message, Exception made) {
    try {
      return Objects.equals(made.getMessage(), message);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean fits(Constructor<?> constructor, @Nullable Throwable cause) {
    Class<?>[] types = constructor.getParameterTypes();
    Class<?> last = types.length == 0 ? String.class : types[types.length - 1];
    return last == String.class || last.isInstance(cause);
  }

  private static @Nullable Exception make(
      Constructor<? extends Exception> constructor,
      @Nullable String message,
      @Nullable Throwable cause) {
    @Nullable Object[] arguments =
        Arrays.stream(constructor.getParameterTypes())
            .map(type -> type == String.class ? message : cause)
            .toArray();
    try {
      Exception made = constructor.newInstance(arguments);
      if (cause != null && made.getCause() == null) {
        made.initCause(cause);
      }
      return made;
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Also when it says itself, later, that it has no cause: then it has none.
      return null;
    }
  }
}
