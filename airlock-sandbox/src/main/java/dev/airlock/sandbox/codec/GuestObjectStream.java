package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Reads in the guest what {@link HostObjectStream} wrote. */
final class GuestObjectStream extends ObjectInputStream {
  private final ClassLookup lookup;

  private GuestObjectStream(InputStream in, ClassLookup lookup) throws IOException {
    super(in);
    this.lookup = lookup;
  }

  static Object read(GraphReader from) {
    byte[] bytes = from.in().readBytes(from.in().readVarInt(true));
    try (GuestObjectStream stream =
        new GuestObjectStream(new ByteArrayInputStream(bytes), from.lookup())) {
      return stream.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new KryoException("Java serialization cannot read what the host wrote.", e);
    }
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description)
      throws IOException, ClassNotFoundException {
    int loader = readInt();
    String name = description.getName();
    int dimensions = name.lastIndexOf('[') + 1;
    Class<?> type = dimensions == 0 ? plain(loader, name) : element(loader, name, dimensions);
    for (int i = 0; i < dimensions; i++) {
      type = type.arrayType();
    }
    return type;
  }

  @Override
  protected Class<?> resolveProxyClass(String[] names) throws IOException, ClassNotFoundException {
    Class<?>[] faces = new Class<?>[names.length];
    for (int i = 0; i < names.length; i++) {
      faces[i] = lookup.find(readInt(), names[i]);
    }
    return ProxyShape.make(faces, (proxy, method, arguments) -> null).getClass();
  }

  private Class<?> plain(int loader, String name) throws ClassNotFoundException {
    Class<?> primitive = Primitives.named(name);
    return primitive != null ? primitive : lookup.find(loader, name);
  }

  private Class<?> element(int loader, String name, int dimensions) throws ClassNotFoundException {
    return name.charAt(dimensions) == 'L'
        ? lookup.find(loader, name.substring(dimensions + 1, name.length() - 1))
        : Class.forName(name.substring(dimensions - 1)).getComponentType();
  }
}
