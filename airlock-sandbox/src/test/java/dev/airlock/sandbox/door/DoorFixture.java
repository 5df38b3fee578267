package dev.airlock.sandbox.door;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A door, and classes that a test compiles to be served. */
abstract class DoorFixture {
  static final String OWNER = "package org.sample; public class Owner { class Inner {} }";
  static final String OTHER = "package org.sample; public class Other {}";

  @TempDir Path workspace;
  SampleCode code;
  final LoaderMirror mirror = new LoaderMirror();
  final ClassDoor door = new ClassDoor(mirror, ResourcePolicy.LIBRARIES_ONLY);

  @BeforeEach
  void prepare() {
    code = new SampleCode(workspace);
  }

  @AfterEach
  void close() {
    door.close();
  }

  final DoorSession open(URLClassLoader loader, String owner) throws Exception {
    return open(loader, owner, DoorLimits.DEFAULT);
  }

  final DoorSession open(URLClassLoader loader, String owner, DoorLimits limits) throws Exception {
    return door.open(loader.loadClass(owner), "m()").enter(17, limits, Set.of());
  }

  static URLClassLoader loader(Path... roots) throws Exception {
    URL[] urls = new URL[roots.length];
    for (int i = 0; i < roots.length; i++) {
      urls[i] = roots[i].toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
