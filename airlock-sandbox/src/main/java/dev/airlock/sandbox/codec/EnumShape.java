package dev.airlock.sandbox.codec;

/** Constants of an enum, by name. What a constant holds is the guest's own. */
final class EnumShape extends Shape<Enum<?>> {
  private final Class<?> type;

  EnumShape(Class<?> type) {
    this.type = type;
  }

  @Override
  void write(GraphWriter to, Enum<?> constant) {
    to.out().writeString(constant.name());
  }

  @Override
  Enum<?> read(GraphReader from, Class<? extends Enum<?>> ignored) {
    return constant(type, from.in().readString());
  }

  @Override
  void children(Enum<?> constant, Children children) {}

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Enum<?> constant(Class type, String name) {
    return Enum.valueOf(type, name);
  }
}
