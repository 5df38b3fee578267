package dev.airlock.sandbox.codec;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Objects that are made from their parts and never change, so that they cannot be in a cycle. */
final class FixedShape<T> extends Shape<T> {
  private final Function<T, @Nullable Object[]> parts;
  private final Function<@Nullable Object[], T> maker;

  FixedShape(Function<T, @Nullable Object[]> parts, Function<@Nullable Object[], T> maker) {
    this.parts = parts;
    this.maker = maker;
  }

  @Override
  void write(GraphWriter to, T object) {
    to.before(object, () -> to.objects(parts.apply(object)));
  }

  @Override
  T read(GraphReader from, Class<? extends T> type) {
    return maker.apply(from.objects());
  }

  @Override
  void children(T object, Children children) {
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            children.child("{key}", key);
            children.child("[" + Steps.key(key) + "]", value);
          });
      return;
    }
    @Nullable Object[] all = parts.apply(object);
    for (int i = 0; i < all.length; i++) {
      children.child("[" + i + "]", all[i]);
    }
  }
}
