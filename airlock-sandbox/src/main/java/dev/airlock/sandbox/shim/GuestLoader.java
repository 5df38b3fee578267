package dev.airlock.sandbox.shim;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of one host class loader: it defines the classes that the host's loader would define,
 * from bytes that the host sends. Thread-safe.
 */
final class GuestLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final ApiLoader api;
  private final int number;
  private final GuestLoaders loaders;
  private final ProtectionDomain domain;

  GuestLoader(ApiLoader api, int number, GuestLoaders loaders) {
    // Without a name, which stack traces would show.
    super(api);
    this.api = api;
    this.number = number;
    this.loaders = loaders;
    // Libraries ask where they come from, and few of them expect to hear nothing.
    CodeSource source = new CodeSource(loaders.urls().ofLoader(number), (Certificate[]) null);
    this.domain = new ProtectionDomain(source, null, this, null);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> type = findLoadedClass(name);
    if (type == null) {
      type = api.find(name);
    }
    if (type == null) {
      type = ask(name);
    }
    if (resolve) {
      resolveClass(type);
    }
    return type;
  }

  @Override
  protected @Nullable URL findResource(String name) {
    List<byte[]> contents = loaders.resources(number, name);
    return contents.isEmpty() ? null : loaders.urls().ofResource(number, name, 0);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    int count = loaders.resources(number, name).size();
    URL[] urls = new URL[count];
    for (int i = 0; i < count; i++) {
      urls[i] = loaders.urls().ofResource(number, name, i);
    }
    return Collections.enumeration(List.of(urls));
  }

  private Class<?> ask(String name) throws ClassNotFoundException {
    // Only the JDK can define these, and it has not: bean and Groovy introspection tries many.
    if (name.startsWith("java.")) {
      throw new ClassNotFoundException(name);
    }
    return loaders.definingLoader(number, name).define(name);
  }

  /** The class of that name, which this loader defines: now, or it has done so before. */
  private Class<?> define(String name) throws ClassNotFoundException {
    // The lock of a class is held while its supertypes load, and theirs never while it does.
    synchronized (getClassLoadingLock(name)) {
      Class<?> type = findLoadedClass(name);
      if (type != null) {
        return type;
      }
      byte[] bytes = loaders.bytesFor(number, name);
      if (bytes == null) {
        throw new ClassNotFoundException(
            name + " should be here already, but the host has not sent it.");
      }
      type = defineClass(name, bytes, 0, bytes.length, domain);
      loaders.forgetBytes(number, name);
      return type;
    }
  }
}
