package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.ClassResolver;
import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.util.IdentityObjectIntMap;
import org.jspecify.annotations.Nullable;

/**
 * Names classes on the host. A class is described where a message first uses it, and has a number
 * from then on.
 */
@SuppressWarnings("rawtypes")
final class WrittenTypes implements ClassResolver {
  /**
   * The most objects inside one another. Interpreted code takes up to 1 KiB of stack for each, so
   * that writing and reading fit into a stack of 600 KiB; 1 MiB is the default.
   */
  static final int MAX_DEPTH = 500;

  private static final int KEPT = 256;

  private static final ClassNaming NOBODY =
      type -> {
        throw new IllegalStateException("No message has begun.");
      };

  private final IdentityObjectIntMap<Class<?>> forms = new IdentityObjectIntMap<>();
  private final IdentityObjectIntMap<Class<?>> names = new IdentityObjectIntMap<>();
  private ClassNaming naming = NOBODY;
  private @Nullable Kryo kryo;

  /** Says who names the loaders of the next message's classes. */
  void nameBy(ClassNaming next) {
    naming = next;
  }

  ClassNaming naming() {
    return naming;
  }

  @Override
  public @Nullable Registration writeClass(Output output, @Nullable Class type) {
    if (type == null) {
      output.writeByte(0);
      return null;
    }
    if (kryo != null && kryo.getDepth() > MAX_DEPTH) {
      throw new Refusal(type.getName(), tooDeep());
    }
    WireForm form = WireForms.of(type);
    Registration registration = form.registration();
    NamedKind kind = form.kind();
    if (kind == null) {
      output.writeVarInt(form.number(), true);
      return registration;
    }
    Class<?> named = registration.getType();
    int known = forms.get(named, -1);
    if (known >= 0) {
      output.writeVarInt(JdkTable.SIZE + 2 + known, true);
      return registration;
    }
    forms.put(named, forms.size);
    output.writeVarInt(JdkTable.SIZE + 1, true);
    output.writeByte(kind.number());
    write(output, named);
    if (registration.getSerializer() instanceof Shape<?> shape) {
      output.writeInt(shape.fingerprint());
    }
    return registration;
  }

  /** Names any class, also one whose objects cannot cross. */
  void write(Output output, Class<?> type) {
    Class<?> element = type;
    int dimensions = 0;
    while (element.isArray()) {
      element = element.getComponentType();
      dimensions++;
    }
    output.writeVarInt(dimensions, true);
    if (element.isPrimitive()) {
      output.writeVarInt(1 + Primitives.numberOf(element), true);
      return;
    }
    int known = names.get(element, -1);
    if (known >= 0) {
      output.writeVarInt(1 + Primitives.COUNT + known, true);
      return;
    }
    if (element.isHidden()) {
      throw new Refusal(element.getName(), "A hidden class has no name that a guest could find.");
    }
    names.put(element, names.size);
    output.writeVarInt(0, true);
    output.writeVarInt(naming.loaderOf(element), true);
    output.writeString(element.getName());
  }

  static String tooDeep() {
    return "The nesting is deeper than "
        + MAX_DEPTH
        + " objects. Pass a flat collection instead of a chain of objects.";
  }

  @Override
  public void reset() {
    forms.clear(KEPT);
    names.clear(KEPT);
  }

  @Override
  public void setKryo(Kryo kryo) {
    this.kryo = kryo;
  }

  /** Kryo registers its own defaults while it is made. They are never used. */
  @Override
  public Registration register(Registration registration) {
    return registration;
  }

  @Override
  public @Nullable Registration unregister(int classID) {
    return null;
  }

  @Override
  public Registration registerImplicit(Class type) {
    throw new UnsupportedOperationException("Nothing is registered by its class.");
  }

  @Override
  public @Nullable Registration getRegistration(Class type) {
    return null;
  }

  @Override
  public @Nullable Registration getRegistration(int classID) {
    return null;
  }

  @Override
  public Registration readClass(Input input) {
    throw new UnsupportedOperationException("The host never reads.");
  }
}
