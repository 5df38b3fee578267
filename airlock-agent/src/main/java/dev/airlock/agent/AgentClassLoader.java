package dev.airlock.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what the agent keeps from the application: the runtime, the weaver and their libraries.
 *
 * <p>They lie in the agent's jar under {@code inst/}, class files with the ending {@code
 * .classdata}, so no other loader takes them for classes. The parent is the platform loader, so
 * nothing of the application's class path can stand in for a library of ours. Only the package
 * {@code dev.airlock} comes from the system loader: the application and the runtime must meet in
 * the same gate.
 *
 * <p>Thread-safe and parallel capable. The jar stays open for the life of the JVM.
 */
final class AgentClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String HIDDEN = "inst/";
  private static final String SHARED_PACKAGE = "dev.airlock.";

  private final JarFile jar;
  private final URL location;
  private final ProtectionDomain domain;

  /**
   * A loader for the agent's jar.
   *
   * @throws IOException if the jar cannot be read
   */
  AgentClassLoader(File jar) throws IOException {
    super("airlock-agent", ClassLoader.getPlatformClassLoader());
    this.jar = new JarFile(jar);
    this.location = jar.toURI().toURL();
    this.domain =
        new ProtectionDomain(
            new CodeSource(location, (java.security.cert.Certificate[]) null), null);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean shared =
        name.startsWith(SHARED_PACKAGE) && name.indexOf('.', SHARED_PACKAGE.length()) < 0;
    return shared
        ? ClassLoader.getSystemClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = name.indexOf('/') < 0 ? jar.getJarEntry(entryOf(name)) : null;
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] classFile;
    try (InputStream in = jar.getInputStream(entry)) {
      classFile = in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name + " cannot be read from " + location, e);
    }
    definePackageOf(name);
    return defineClass(name, classFile, 0, classFile.length, domain);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String entry = HIDDEN + hidden(name);
    if (jar.getJarEntry(entry) == null) {
      return null;
    }
    try {
      return new URL("jar", "", location + "!/" + entry);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("The jar protocol has no handler.", e);
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return Collections.enumeration(found == null ? List.of() : List.of(found));
  }

  private void definePackageOf(String className) {
    String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
    if (getDefinedPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException e) {
        // Another thread was first. If it was not, defineClass makes the package.
        return;
      }
    }
  }

  private static String entryOf(String className) {
    return HIDDEN + className.replace('.', '/') + ".classdata";
  }

  private static String hidden(String resource) {
    return resource.endsWith(".class") ? resource + "data" : resource;
  }
}
