package dev.airlock.sandbox.codec;

import java.util.EnumSet;

/** Sets of constants, with the enum that they are of even when they are empty. */
final class EnumSetShape extends Shape<EnumSet<?>> {
  @Override
  void write(GraphWriter to, EnumSet<?> set) {
    to.type(enumOf(set));
    to.objects(set.toArray());
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  EnumSet<?> read(GraphReader from, Class<? extends EnumSet<?>> type) {
    EnumSet set = EnumSet.noneOf((Class) from.type());
    from.content(
        set,
        false,
        content -> {
          for (Object constant : content) {
            set.add(constant);
          }
        });
    return set;
  }

  @Override
  void children(EnumSet<?> set, Children children) {}

  private static <E extends Enum<E>> Class<E> enumOf(EnumSet<E> set) {
    EnumSet<E> some = set.isEmpty() ? EnumSet.complementOf(set) : set;
    if (some.isEmpty()) {
      throw new Refusal(set.getClass().getName(), "It is a set of an enum without constants.");
    }
    return some.iterator().next().getDeclaringClass();
  }
}
