package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Arrays of references. */
final class ArrayShape extends Shape<@Nullable Object[]> {
  private final Class<?> component;

  ArrayShape(Class<?> type) {
    this.component = type.getComponentType();
  }

  @Override
  void write(GraphWriter to, @Nullable Object[] array) {
    to.objects(array);
  }

  @Override
  @Nullable Object[] read(GraphReader from, Class<? extends @Nullable Object[]> type) {
    int length = from.in().readVarInt(true);
    if (length < 0) {
      throw new KryoException("The payload says that an array has " + length + " elements.");
    }
    @Nullable Object[] array = (@Nullable Object[]) Array.newInstance(component, length);
    int id = from.opened(array);
    for (int i = 0; i < length; i++) {
      array[i] = from.object();
    }
    from.closed(id);
    return array;
  }

  @Override
  void children(@Nullable Object[] array, Children children) {
    for (int i = 0; i < array.length; i++) {
      children.child("[" + i + "]", array[i]);
    }
  }
}
