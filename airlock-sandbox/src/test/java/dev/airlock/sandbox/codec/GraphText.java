package dev.airlock.sandbox.codec;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A graph of objects as text, with identity: equal texts mean that all but the loaders is equal.
 */
final class GraphText {
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final StringBuilder text = new StringBuilder();

  static String of(Object object) {
    GraphText graph = new GraphText();
    graph.append(object);
    return graph.text.toString();
  }

  private void append(Object object) {
    if (object == null) {
      text.append("null ");
      return;
    }
    Class<?> type = object.getClass();
    if (!ReadReferences.areShared(type)) {
      text.append(type.getName()).append('=').append(object).append(' ');
      return;
    }
    Integer number = numbers.putIfAbsent(object, numbers.size());
    if (number != null) {
      text.append('#').append(number).append(' ');
      return;
    }
    text.append(type.getName()).append('(');
    appendContent(object, type);
    text.append(") ");
  }

  private void appendContent(Object object, Class<?> type) {
    if (type.isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        append(Array.get(object, i));
      }
    } else if (object instanceof Map<?, ?> map) {
      List<String> entries = new ArrayList<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (isOrdered(map)) {
          append(entry.getKey());
          append(entry.getValue());
        } else {
          entries.add(of(entry.getKey()) + "->" + of(entry.getValue()));
        }
      }
      entries.stream().sorted().forEach(text::append);
    } else if (object instanceof Collection<?> collection) {
      List<String> elements = new ArrayList<>();
      for (Object element : collection) {
        if (collection instanceof Set && !isOrdered(collection)) {
          elements.add(of(element));
        } else {
          append(element);
        }
      }
      elements.stream().sorted().forEach(text::append);
    } else if (object instanceof Optional<?> optional) {
      append(optional.orElse(null));
    } else if (Jdk.defines(type)) {
      text.append(object);
    } else {
      appendFields(object, type);
    }
  }

  private static boolean isOrdered(Object container) {
    return container instanceof SortedMap
        || container instanceof SortedSet
        || container.getClass().getName().contains("Linked");
  }

  private void appendFields(Object object, Class<?> type) {
    for (Class<?> c = type; !Jdk.defines(c); c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (FieldSlot.crosses(field)) {
          field.setAccessible(true);
          text.append(field.getName()).append(':');
          try {
            append(field.get(object));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }
}
