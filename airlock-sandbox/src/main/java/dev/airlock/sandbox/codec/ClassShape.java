package dev.airlock.sandbox.codec;

/** Classes as values, of any kind: the name crosses, and the guest's class of that name comes. */
final class ClassShape extends Shape<Class<?>> {
  @Override
  void write(GraphWriter to, Class<?> type) {
    to.type(type);
  }

  @Override
  Class<?> read(GraphReader from, Class<? extends Class<?>> ignored) {
    return from.type();
  }

  @Override
  void children(Class<?> type, Children children) {}
}
