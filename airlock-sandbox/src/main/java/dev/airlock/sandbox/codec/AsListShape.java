package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of {@link Arrays#asList}. Their size is fixed, their elements are not. */
final class AsListShape extends Shape<List<Object>> {
  @Override
  void write(GraphWriter to, List<Object> list) {
    Object[] content = list.toArray();
    to.out().writeVarInt(content.length, true);
    for (Object element : content) {
      to.object(element);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // The elements may be null, as in the list that was sent.
  List<Object> read(GraphReader from, Class<? extends List<Object>> type) {
    int size = from.in().readVarInt(true);
    if (size < 0) {
      throw new KryoException("The payload says that a list has " + size + " elements.");
    }
    @Nullable Object[] content = new Object[size];
    List<Object> list = Arrays.asList(content);
    int id = from.opened(list);
    for (int i = 0; i < size; i++) {
      content[i] = from.object();
    }
    from.closed(id);
    return list;
  }

  @Override
  void children(List<Object> list, Children children) {
    Object[] content = list.toArray();
    for (int i = 0; i < content.length; i++) {
      children.child("[" + i + "]", content[i]);
    }
  }
}
