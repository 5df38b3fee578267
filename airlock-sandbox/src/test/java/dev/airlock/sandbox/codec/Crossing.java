package dev.airlock.sandbox.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.IntStream;

/** A host and a guest whose application classes are loaded twice, as they really are. */
final class Crossing {
  private static final int APPLICATION = 7;

  private final ClassLoader guest = new GuestLoader();
  private final PayloadWriter writer = new PayloadWriter();
  private final PayloadReader reader = new PayloadReader(this::find);

  /** Takes one object across. */
  Object carry(Object object) {
    return carryAll(object)[0];
  }

  /** Takes objects across as the receiver and the arguments of one call. */
  Object[] carryAll(Object... parts) {
    try {
      return reader.read(new ByteArrayInputStream(write(parts)));
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  byte[] write(Object... parts) {
    return writeAtMost(Long.MAX_VALUE, parts);
  }

  byte[] writeAtMost(long limit, Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(parts, labels(parts.length), Crossing::loaderOf, out, limit);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /** Takes objects across, of the first one only some fields. */
  Object[] carryInPart(FieldFilter sent, Object... parts) throws WholeReceiverException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(parts, labels(parts.length), sent, Crossing::loaderOf, out, Long.MAX_VALUE);
      return reader.read(new ByteArrayInputStream(out.toByteArray()));
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  PayloadReader reader() {
    return reader;
  }

  Class<?> inGuest(Class<?> type) {
    try {
      return Class.forName(type.getName(), false, guest);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "argument " + (i + 1)).toArray(String[]::new);
  }

  private static int loaderOf(Class<?> type) {
    return Jdk.defines(type) ? 0 : APPLICATION;
  }

  private Class<?> find(int loader, String name) throws ClassNotFoundException {
    ClassLoader from = loader == 0 ? ClassLoader.getPlatformClassLoader() : guest;
    if (loader != 0 && loader != APPLICATION) {
      throw new ClassNotFoundException("loader " + loader);
    }
    return Class.forName(name, false, from);
  }

  /** Loads the tests' own classes anew. */
  private static final class GuestLoader extends URLClassLoader {
    GuestLoader() {
      super(
          new URL[] {Crossing.class.getProtectionDomain().getCodeSource().getLocation()},
          Crossing.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("dev.airlock.") && isOurs(name)) {
          loaded = findClass(name);
        }
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
    }

    private boolean isOurs(String name) {
      return findResource(name.replace('.', '/') + ".class") != null;
    }
  }
}
