package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one message after the other on the host. Not thread-safe. */
final class GraphWriter extends Kryo {
  private final WrittenTypes types;
  private final WrittenReferences references;
  private final BoundedOutput out = new BoundedOutput();

  /** What is sent of the next object that is written field by field; null for all. */
  private @Nullable FieldFilter filter;

  GraphWriter() {
    this(new WrittenTypes(), new WrittenReferences());
  }

  private GraphWriter(WrittenTypes types, WrittenReferences references) {
    super(types, references);
    this.types = types;
    this.references = references;
    setAutoReset(false);
  }

  void begin(ClassNaming naming, OutputStream target, long limit) {
    types.nameBy(naming);
    out.begin(target, limit);
  }

  /** Says what is sent of the message's first object, which is written field by field. */
  void cut(Object first, FieldFilter sent) {
    filter = sent;
    references.watch(first);
  }

  /** The filter of the object that is about to be written, or null. It is given only once. */
  @Nullable FieldFilter takeFilter() {
    FieldFilter taken = filter;
    filter = null;
    return taken;
  }

  /** Whether the object that was cut is also met elsewhere in what has been written. */
  boolean metAgain() {
    return references.metAgain();
  }

  /** Sends what is buffered and forgets the message. */
  void end() throws IOException {
    out.flush();
    forget();
  }

  /** Forgets the message. Only between two of its objects. */
  void forget() {
    out.end();
    reset();
  }

  BoundedOutput out() {
    return out;
  }

  ClassNaming naming() {
    return types.naming();
  }

  void object(@Nullable Object object) {
    writeClassAndObject(out, object);
  }

  void objects(@Nullable Object[] objects) {
    out.writeVarInt(objects.length, true);
    for (Object object : objects) {
      object(object);
    }
  }

  void type(Class<?> type) {
    types.write(out, type);
  }

  /** Writes something that the guest needs before it can make the owner. */
  void before(Object owner, Runnable part) {
    references.unmade(owner);
    part.run();
    references.made(owner);
  }
}
