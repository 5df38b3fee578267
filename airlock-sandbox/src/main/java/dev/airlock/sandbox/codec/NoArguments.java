package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Supplier;

/** Makes objects by the constructor without arguments, whoever may call it. */
final class NoArguments {
  private NoArguments() {}

  /** Whether a class has such a constructor. */
  static boolean canMake(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .anyMatch(constructor -> constructor.getParameterCount() == 0);
  }

  /**
   * A maker for the class.
   *
   * @throws IllegalArgumentException if there is no such constructor
   */
  @SuppressWarnings("unchecked")
  static <T> Supplier<T> of(Class<?> type) {
    Constructor<?> constructor;
    try {
      constructor = type.getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " has no constructor without arguments.", e);
    }
    constructor.setAccessible(true);
    return () -> (T) make(constructor);
  }

  private static Object make(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new KryoException(constructor + " threw an exception.", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new KryoException(constructor + " cannot be called.", e);
    }
  }
}
