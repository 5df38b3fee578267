package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records: the fields of their components, made by the canonical constructor. */
final class RecordShape extends Shape<Object> {
  private final List<FieldSlot> slots;
  private final int fingerprint;
  private final Constructor<?> constructor;

  RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    List<FieldSlot> found = new ArrayList<>(components.length);
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      found.add(FieldSlot.of(type, components[i].getName()));
      parameters[i] = components[i].getType();
    }
    this.slots = List.copyOf(found);
    this.fingerprint = FieldSlot.fingerprint(slots);
    try {
      this.constructor = type.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor.", e);
    }
    constructor.setAccessible(true);
  }

  @Override
  int fingerprint() {
    return fingerprint;
  }

  @Override
  void write(GraphWriter to, Object object) {
    to.before(
        object,
        () -> {
          for (FieldSlot slot : slots) {
            slot.write(to, object);
          }
        });
  }

  @Override
  Object read(GraphReader from, Class<?> type) {
    @Nullable Object[] values = new Object[slots.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = slots.get(i).read(from);
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new KryoException(constructor + " refused its own components.", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new KryoException(constructor + " cannot be called.", e);
    }
  }

  @Override
  void children(Object object, Children children) {
    for (FieldSlot slot : slots) {
      slot.child(object, children);
    }
  }
}
