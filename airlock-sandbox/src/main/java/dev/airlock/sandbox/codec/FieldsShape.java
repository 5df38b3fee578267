package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.objenesis.instantiator.ObjectInstantiator;
import com.esotericsoftware.kryo.kryo5.objenesis.strategy.StdInstantiatorStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects of applications and libraries: their fields, made without a constructor.
 *
 * <p>A class's own {@code writeReplace}, {@code readResolve} and the like are not called. Kryo's
 * own serializer for fields is not used because it defines accessor classes in the application's
 * loaders, skips captured variables and obeys annotations of Kryo on the application's classes.
 */
final class FieldsShape extends Shape<Object> {
  private final List<FieldSlot> slots;
  private final int fingerprint;

  /** Made by the first read: the host has no use for it. */
  private @Nullable ObjectInstantiator<?> instantiator;

  /**
   * The shape of a class.
   *
   * @throws java.lang.reflect.InaccessibleObjectException if its module keeps a field closed
   */
  FieldsShape(Class<?> type) {
    this.slots = FieldSlot.of(type);
    this.fingerprint = FieldSlot.fingerprint(slots);
  }

  @Override
  int fingerprint() {
    return fingerprint;
  }

  @Override
  void write(GraphWriter to, Object object) {
    FieldFilter filter = to.takeFilter();
    for (FieldSlot slot : slots) {
      boolean sent = filter == null || slot.passes(filter);
      if (filter != null) {
        to.out().writeBoolean(sent);
      }
      if (sent) {
        slot.write(to, object);
      }
    }
  }

  @Override
  Object read(GraphReader from, Class<?> type) {
    if (instantiator == null) {
      instantiator = new StdInstantiatorStrategy().newInstantiatorOf(type);
    }
    Object object = instantiator.newInstance();
    boolean inPart = from.takeInPart();
    int id = from.opened(object);
    for (FieldSlot slot : slots) {
      if (!inPart || from.in().readBoolean()) {
        slot.set(object, slot.read(from));
      }
    }
    from.closed(id);
    return object;
  }

  @Override
  void children(Object object, Children children) {
    for (FieldSlot slot : slots) {
      slot.child(object, children);
    }
  }

  /** Shows what is written of an object that is sent in part. */
  void children(Object object, FieldFilter filter, Children children) {
    for (FieldSlot slot : slots) {
      if (slot.passes(filter)) {
        slot.child(object, children);
      }
    }
  }
}
