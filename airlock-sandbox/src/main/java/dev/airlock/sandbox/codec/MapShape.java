package dev.airlock.sandbox.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Maps that are made empty and then filled, so that they may contain themselves. */
final class MapShape extends Shape<Map<Object, Object>> {
  private final @Nullable Function<Map<Object, Object>, @Nullable Object> parameter;
  private final Function<@Nullable Object, Made<Map<Object, Object>>> maker;
  private final boolean hashes;

  /**
   * A shape.
   *
   * @param parameter what the maker needs, as a comparator; null if nothing
   * @param maker makes the empty map from the parameter
   * @param hashes whether putting a key looks at it
   */
  MapShape(
      @Nullable Function<Map<Object, Object>, @Nullable Object> parameter,
      Function<@Nullable Object, Made<Map<Object, Object>>> maker,
      boolean hashes) {
    this.parameter = parameter;
    this.maker = maker;
    this.hashes = hashes;
  }

  /** Maps that need nothing to be made. */
  static MapShape of(Supplier<? extends Map<Object, Object>> maker, boolean hashes) {
    return new MapShape(null, none -> Made.of(maker.get()), hashes);
  }

  @Override
  void write(GraphWriter to, Map<Object, Object> map) {
    if (parameter != null) {
      Object value = parameter.apply(map);
      to.before(map, () -> to.object(value));
    }
    to.objects(content(map));
  }

  @Override
  Map<Object, Object> read(GraphReader from, Class<? extends Map<Object, Object>> type) {
    Made<Map<Object, Object>> made = maker.apply(parameter == null ? null : from.object());
    from.content(made.visible(), hashes, content -> fill(made.filled(), content));
    return made.visible();
  }

  @Override
  void children(Map<Object, Object> map, Children children) {
    if (parameter != null) {
      children.child("comparator", parameter.apply(map));
    }
    @Nullable Object[] content = content(map);
    for (int i = 0; i < content.length; i += 2) {
      children.child("{key}", content[i]);
      children.child("[" + Steps.key(content[i]) + "]", content[i + 1]);
    }
  }

  /** Keys and values in turn. Map.forEach takes the lock of those maps that have one. */
  static @Nullable Object[] content(Map<?, ?> map) {
    List<@Nullable Object> content = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          content.add(key);
          content.add(value);
        });
    return content.toArray();
  }

  private static void fill(Map<Object, Object> map, @Nullable Object[] content) {
    // The constructor of a subclass may have put something.
    map.clear();
    put(map, content);
  }

  @SuppressWarnings("NullAway") // Whether a null may be put is for the map to say.
  static void put(Map<Object, Object> map, @Nullable Object[] content) {
    for (int i = 0; i < content.length; i += 2) {
      map.put(content[i], content[i + 1]);
    }
  }
}
