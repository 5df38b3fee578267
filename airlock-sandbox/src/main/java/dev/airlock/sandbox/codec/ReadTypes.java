package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.ClassResolver;
import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds in the guest the classes that {@link WrittenTypes} named. */
@SuppressWarnings("rawtypes")
final class ReadTypes implements ClassResolver {
  /** A class and how its objects are written. */
  private record Key(NamedKind kind, Class<?> type) {
    // Equality is written out: linking what the compiler would generate costs a fresh guest
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && kind == that.kind && type == that.type;
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + kind.hashCode();
    }
  }

  private final ClassLookup lookup;
  private final List<Registration> forms = new ArrayList<>();
  private final List<Class<?>> names = new ArrayList<>();

  /** Kept from message to message: what a class looks like is costly to find out. */
  private final Map<Key, Registration> known = new HashMap<>();

  ReadTypes(ClassLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public @Nullable Registration readClass(Input input) {
    int code = input.readVarInt(true);
    if (code == 0) {
      return null;
    }
    if (code <= JdkTable.SIZE) {
      return JdkTable.registration(code);
    }
    if (code > JdkTable.SIZE + 1) {
      return forms.get(code - JdkTable.SIZE - 2);
    }
    NamedKind kind = NamedKind.of(input.readByte());
    Class<?> type = read(input);
    Registration registration =
        known.computeIfAbsent(
            new Key(kind, type), key -> new Registration(type, kind.shape(type), 0));
    if (registration.getSerializer() instanceof Shape<?> shape
        && shape.fingerprint() != input.readInt()) {
      throw new KryoException(
          type + " has other fields on the host. Another agent may have changed it there.");
    }
    forms.add(registration);
    return registration;
  }

  /** Reads what {@link WrittenTypes#write} wrote. */
  Class<?> read(Input input) {
    int dimensions = input.readVarInt(true);
    int code = input.readVarInt(true);
    Class<?> type;
    if (code == 0) {
      type = find(input.readVarInt(true), input.readString());
      names.add(type);
    } else if (code <= Primitives.COUNT) {
      type = Primitives.of(code - 1);
    } else {
      type = names.get(code - 1 - Primitives.COUNT);
    }
    for (int i = 0; i < dimensions; i++) {
      type = type.arrayType();
    }
    return type;
  }

  private Class<?> find(int loader, String name) {
    try {
      return lookup.find(loader, name);
    } catch (ClassNotFoundException e) {
      throw new KryoException("Class " + name + " of loader " + loader + " was not found.", e);
    }
  }

  @Override
  public void reset() {
    forms.clear();
    names.clear();
  }

  @Override
  public void setKryo(Kryo kryo) {}

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
  public Registration writeClass(Output output, Class type) {
    throw new UnsupportedOperationException("The guest never writes.");
  }
}
