package dev.airlock.sandbox.codec;

import java.lang.reflect.InaccessibleObjectException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Objects whose state only Java serialization can reach: of the JDK, exceptions, and classes that
 * extend such. What they hold is not shared with the rest of the message.
 */
final class JavaShape extends Shape<Object> {
  @Override
  void write(GraphWriter to, Object object) {
    HostObjectStream.write(to, object);
  }

  @Override
  Object read(GraphReader from, Class<?> type) {
    return GuestObjectStream.read(from);
  }

  /** What can be seen from here: the fields that classes outside the JDK add, and causes. */
  @Override
  void children(Object object, Children children) {
    for (FieldSlot slot : slots(object.getClass())) {
      slot.child(object, children);
    }
    if (object instanceof Throwable throwable) {
      children.child("cause", throwable.getCause());
      Throwable[] suppressed = throwable.getSuppressed();
      for (int i = 0; i < suppressed.length; i++) {
        children.child("suppressed[" + i + "]", suppressed[i]);
      }
    } else if (object instanceof Collection<?> collection) {
      int i = 0;
      for (Object element : collection) {
        children.child("[" + i++ + "]", element);
      }
    } else if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            children.child("{key}", key);
            children.child("[" + Steps.key(key) + "]", value);
          });
    }
  }

  private static List<FieldSlot> slots(Class<?> type) {
    try {
      return FieldSlot.of(type);
    } catch (InaccessibleObjectException closed) {
      return List.of();
    }
  }
}
