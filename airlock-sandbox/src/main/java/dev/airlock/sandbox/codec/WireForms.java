package dev.airlock.sandbox.codec;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Decides on the host how the objects of a class cross, once for each class. */
final class WireForms {
  private static final ClassValue<WireForm> FORMS =
      new ClassValue<>() {
        @Override
        protected WireForm computeValue(Class<?> type) {
          return decide(type);
        }
      };

  /** Collections and maps that also have an order, a capacity or defaults. */
  private static final List<Class<?>> MORE_THAN_CONTENT =
      List.of(
          SortedSet.class,
          SortedMap.class,
          PriorityQueue.class,
          BlockingQueue.class,
          Properties.class);

  private WireForms() {}

  static WireForm of(Class<?> type) {
    return FORMS.get(type);
  }

  private static WireForm decide(Class<?> type) {
    WireForm listed = JdkTable.form(type);
    if (listed != null) {
      return listed;
    }
    if (type.isArray()) {
      return WireForm.named(NamedKind.ARRAY, type);
    }
    String never = NeverShipped.reason(type);
    if (never != null) {
      return WireForm.refused(type, never);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return WireForm.named(NamedKind.ENUM, type.isEnum() ? type : type.getSuperclass());
    }
    if (Proxy.isProxyClass(type)) {
      return JdkTable.proxy();
    }
    if (type.isHidden()) {
      return ofHidden(type);
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return JdkTable.java();
    }
    return Jdk.defines(type) ? ofJdk(type) : ofApplication(type);
  }

  private static WireForm ofHidden(Class<?> type) {
    if (!type.isSynthetic() || !type.getName().contains("$$Lambda")) {
      return WireForm.refused(type, "A hidden class has no name that a guest could find.");
    }
    if (!Serializable.class.isAssignableFrom(type)) {
      return WireForm.refused(
          type,
          "Java keeps what a lambda is made of only where its type is java.io.Serializable. Cast it"
              + " to an intersection with Serializable, make its interface extend Serializable, or"
              + " use SandboxCallable.");
    }
    return Jdk.defines(type) ? JdkTable.java() : JdkTable.lambda();
  }

  private static WireForm ofJdk(Class<?> type) {
    if (Charset.class.isAssignableFrom(type)) {
      return JdkTable.formOf(Charset.class);
    }
    WireForm rebuilt = Modifier.isPublic(type.getModifiers()) ? null : byInterface(type);
    if (rebuilt != null) {
      return rebuilt;
    }
    if (Serializable.class.isAssignableFrom(type)) {
      return JdkTable.java();
    }
    return WireForm.refused(
        type,
        "It is a type of the JDK that is not java.io.Serializable, so its state cannot be read."
            + " Pass the data itself, or make the field transient.");
  }

  /**
   * Views of the JDK's collections, as a key set or a sub-list, become collections of their own.
   */
  private static @Nullable WireForm byInterface(Class<?> type) {
    if (SortedSet.class.isAssignableFrom(type)) {
      return JdkTable.formOf(TreeSet.class);
    }
    if (Set.class.isAssignableFrom(type)) {
      return JdkTable.formOf(LinkedHashSet.class);
    }
    if (Collection.class.isAssignableFrom(type)) {
      return JdkTable.formOf(ArrayList.class);
    }
    if (SortedMap.class.isAssignableFrom(type)) {
      return JdkTable.formOf(TreeMap.class);
    }
    if (Map.class.isAssignableFrom(type)) {
      return JdkTable.formOf(LinkedHashMap.class);
    }
    return Map.Entry.class.isAssignableFrom(type)
        ? JdkTable.formOf(AbstractMap.SimpleEntry.class)
        : null;
  }

  private static WireForm ofApplication(Class<?> type) {
    try {
      if (type.isRecord()) {
        return WireForm.named(NamedKind.RECORD, type);
      }
      if (OwnForm.isNeededBy(type)) {
        return JdkTable.java();
      }
      Class<?> closed = Jdk.withState(Jdk.baseOf(type));
      if (closed == null) {
        return WireForm.named(NamedKind.FIELDS, type);
      }
      NamedKind content = contentKind(type);
      if (content != null) {
        return WireForm.named(content, type);
      }
      return Serializable.class.isAssignableFrom(type)
          ? JdkTable.java()
          : WireForm.refused(
              type,
              "It extends "
                  + closed.getName()
                  + ", whose state cannot be read. Make it java.io.Serializable, or pass the data"
                  + " itself.");
    } catch (LinkageError e) {
      return WireForm.refused(type, "A class that its fields need is missing here: " + e + ".");
    } catch (InaccessibleObjectException e) {
      return WireForm.refused(
          type,
          "Its module "
              + type.getModule().getName()
              + " does not open package "
              + type.getPackageName()
              + ". Start with --add-opens "
              + type.getModule().getName()
              + "/"
              + type.getPackageName()
              + "=ALL-UNNAMED.");
    }
  }

  /** How to write a subclass of a collection or map that is no more than its content, or null. */
  private static @Nullable NamedKind contentKind(Class<?> type) {
    boolean collection = Collection.class.isAssignableFrom(type);
    if (!collection && !Map.class.isAssignableFrom(type)) {
      return null;
    }
    for (Class<?> more : MORE_THAN_CONTENT) {
      if (more.isAssignableFrom(type)) {
        return null;
      }
    }
    if (JdkTable.form(Jdk.baseOf(type)) == null || addsState(type) || !NoArguments.canMake(type)) {
      return null;
    }
    return collection ? NamedKind.COLLECTION : NamedKind.MAP;
  }

  private static boolean addsState(Class<?> type) {
    for (Class<?> c = type; !Jdk.defines(c); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          return true;
        }
      }
    }
    return false;
  }
}
