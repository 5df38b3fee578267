package dev.airlock.sandbox.codec;

import java.io.Externalizable;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Classes that keep state in transient fields and say themselves how it is serialized, as immutable
 * collections of libraries do. By their fields they would arrive empty.
 */
final class OwnForm {
  private OwnForm() {}

  static boolean isNeededBy(Class<?> type) {
    if (!Serializable.class.isAssignableFrom(type)) {
      return false;
    }
    boolean hides = false;
    boolean tells = Externalizable.class.isAssignableFrom(type);
    for (Class<?> c = type; !Jdk.defines(c); c = c.getSuperclass()) {
      hides |= hasTransient(c);
      tells |= declares(c, "writeReplace") || declares(c, "writeObject", ObjectOutputStream.class);
    }
    return hides && tells;
  }

  private static boolean hasTransient(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isTransient(modifiers) && !Modifier.isStatic(modifiers)) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(Class<?> type, String name, Class<?>... parameters) {
    try {
      return !type.getDeclaredMethod(name, parameters).isSynthetic();
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
