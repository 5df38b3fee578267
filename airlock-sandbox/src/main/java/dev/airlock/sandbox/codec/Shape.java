package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Serializer;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;

/**
 * How the objects of one kind are written, read and walked. The writer and the search for what
 * could not be written see the same children. Stateless but for what it knows of its class, so that
 * the host shares it between threads.
 */
abstract class Shape<T> extends Serializer<T> {
  /** Writes what {@link #read} takes, without the class. */
  abstract void write(GraphWriter to, T object);

  /** Makes the object in the guest. */
  abstract T read(GraphReader from, Class<? extends T> type);

  /** Differs where host and guest would disagree about what a class's objects consist of. */
  int fingerprint() {
    return 0;
  }

  /** Shows each object that {@link #write} would write next, with the step that leads to it. */
  abstract void children(T object, Children children);

  @Override
  public final void write(Kryo kryo, Output output, T object) {
    write((GraphWriter) kryo, object);
  }

  @Override
  public final T read(Kryo kryo, Input input, Class<? extends T> type) {
    return read((GraphReader) kryo, type);
  }
}
