package dev.airlock.sandbox.codec;

import java.util.function.Function;

/** Values that a text says all about. */
final class TextShape<T> extends Shape<T> {
  private final Function<T, String> writer;
  private final Function<String, T> reader;

  TextShape(Function<T, String> writer, Function<String, T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  void write(GraphWriter to, T object) {
    to.out().writeString(writer.apply(object));
  }

  @Override
  T read(GraphReader from, Class<? extends T> type) {
    return reader.apply(from.in().readString());
  }

  @Override
  void children(T object, Children children) {}
}
