package dev.airlock.sandbox.contract;

import java.io.Externalizable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes whose objects never come back, whatever a method or a configuration says. */
final class NeverAdmitted {
  private static final List<String> SERIALIZATION_HOOKS = List.of("readResolve", "writeReplace");

  private NeverAdmitted() {}

  /** Why a class can never be made from a payload, or null. Says nothing about its members. */
  static @Nullable String reason(Class<?> type) {
    if (isJdk(type)) {
      return "is a JDK class that is not a value";
    }
    if (type.isHidden() || Proxy.isProxyClass(type) || type.isAnonymousClass()) {
      return "is a class that was made for one object";
    }
    if (Externalizable.class.isAssignableFrom(type)) {
      return "is Externalizable: its state is what its own code says, not its fields";
    }
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()) && !type.isInterface()) {
      return "is an inner class, which holds on to the object around it; make it static";
    }
    if (type.isLocalClass() && !type.isRecord() && !type.isEnum() && !type.isInterface()) {
      return "is a local class; make it a static member or a record";
    }
    return hierarchyReason(type);
  }

  private static @Nullable String hierarchyReason(Class<?> type) {
    for (Class<?> level = type;
        level != null && level != Object.class;
        level = level.getSuperclass()) {
      if (isJdk(level)) {
        String reason = jdkParentReason(level);
        if (reason != null) {
          return reason;
        }
      } else {
        for (Method method : level.getDeclaredMethods()) {
          if (SERIALIZATION_HOOKS.contains(method.getName()) && method.getParameterCount() == 0) {
            return "has "
                + method.getName()
                + "(): its state is what its own code says, not its fields";
          }
        }
      }
    }
    return null;
  }

  /** A parent of the JDK is no obstacle if it has no state, as Number and Record do. */
  private static @Nullable String jdkParentReason(Class<?> parent) {
    for (var field : parent.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        return "extends " + parent.getName() + ", whose state cannot be rebuilt";
      }
    }
    return null;
  }

  static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
