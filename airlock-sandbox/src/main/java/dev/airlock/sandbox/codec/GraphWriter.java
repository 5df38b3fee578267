package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one message after the other on the host. Not thread-safe. */
final class GraphWriter extends Kryo {
  private final ClassNaming naming;
  private final WrittenTypes types;
  private final WrittenReferences references;
  private final BoundedOutput out = new BoundedOutput();

  GraphWriter(ClassNaming naming) {
    this(naming, new WrittenTypes(naming), new WrittenReferences());
  }

  private GraphWriter(ClassNaming naming, WrittenTypes types, WrittenReferences references) {
    super(types, references);
    this.naming = naming;
    this.types = types;
    this.references = references;
    setAutoReset(false);
  }

  void begin(OutputStream target, long limit) {
    out.begin(target, limit);
  }

  /** Sends what is buffered and forgets the message. */
  void end() throws IOException {
    out.flush();
    out.end();
    reset();
  }

  BoundedOutput out() {
    return out;
  }

  ClassNaming naming() {
    return naming;
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
