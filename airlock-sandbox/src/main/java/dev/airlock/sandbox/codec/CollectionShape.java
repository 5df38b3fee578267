package dev.airlock.sandbox.codec;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collections that are made empty and then filled, so that they may contain themselves. */
final class CollectionShape extends Shape<Collection<Object>> {
  private final @Nullable Function<Collection<Object>, @Nullable Object> parameter;
  private final Function<@Nullable Object, Made<Collection<Object>>> maker;
  private final boolean hashes;

  /**
   * A shape.
   *
   * @param parameter what the maker needs, a comparator or a capacity; null if nothing
   * @param maker makes the empty collection from the parameter
   * @param hashes whether adding an element looks at it
   */
  CollectionShape(
      @Nullable Function<Collection<Object>, @Nullable Object> parameter,
      Function<@Nullable Object, Made<Collection<Object>>> maker,
      boolean hashes) {
    this.parameter = parameter;
    this.maker = maker;
    this.hashes = hashes;
  }

  /** Collections that need nothing to be made. */
  static CollectionShape of(Supplier<? extends Collection<Object>> maker, boolean hashes) {
    return new CollectionShape(null, none -> Made.of(maker.get()), hashes);
  }

  @Override
  void write(GraphWriter to, Collection<Object> collection) {
    if (parameter != null) {
      Object value = parameter.apply(collection);
      to.before(collection, () -> to.object(value));
    }
    to.objects(collection.toArray());
  }

  @Override
  Collection<Object> read(GraphReader from, Class<? extends Collection<Object>> type) {
    Made<Collection<Object>> made = maker.apply(parameter == null ? null : from.object());
    from.content(
        made.visible(),
        hashes,
        content -> {
          // The constructor of a subclass may have added something.
          made.filled().clear();
          made.filled().addAll(Arrays.asList(content));
        });
    return made.visible();
  }

  @Override
  void children(Collection<Object> collection, Children children) {
    if (parameter != null) {
      children.child("comparator", parameter.apply(collection));
    }
    Object[] content = collection.toArray();
    for (int i = 0; i < content.length; i++) {
      children.child("[" + i + "]", content[i]);
    }
  }
}
