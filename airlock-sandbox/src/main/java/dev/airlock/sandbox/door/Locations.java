package dev.airlock.sandbox.door;

import java.io.File;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where host class loaders have their classes, as far as they say. */
final class Locations {
  private static final ClassLoader APPLICATION = applicationLoader();

  private Locations() {}

  /** The places that a loader reads, in its order. Empty for a loader that does not say. */
  static List<Place> of(ClassLoader loader) {
    List<Place> places = new ArrayList<>();
    if (loader == APPLICATION) {
      addClassPath(places);
      addModules(places);
    } else if (loader instanceof URLClassLoader urls) {
      for (URL url : urls.getURLs()) {
        add(Place.of(url), places);
      }
    }
    return places;
  }

  /** The places that a jar's {@code Class-Path} means. */
  static List<Place> ofManifest(Path jar, List<String> classPath) {
    List<Place> places = new ArrayList<>();
    for (String element : classPath) {
      try {
        add(Place.of(jar.toUri().resolve(new URI(element))), places);
      } catch (URISyntaxException e) {
        // The JVM does not find anything there either.
      }
    }
    return places;
  }

  private static void add(@Nullable Place place, List<Place> places) {
    if (place != null) {
      places.add(place);
    }
  }

  private static void addClassPath(List<Place> places) {
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.isEmpty() && System.getProperty("jdk.module.main") != null) {
      // An empty class path means the working directory, but not beside a main module.
      return;
    }
    for (String element : classPath.split(File.pathSeparator, -1)) {
      try {
        add(Place.of(Path.of(element)), places);
      } catch (InvalidPathException e) {
        // The JVM does not find anything there either.
      }
    }
  }

  private static void addModules(List<Place> places) {
    for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
      module.reference().location().map(Place::of).ifPresent(places::add);
    }
  }

  /** The JVM's own loader of the class path, below which a custom system loader may stand. */
  private static ClassLoader applicationLoader() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null
        && loader.getParent() != ClassLoader.getPlatformClassLoader()) {
      loader = loader.getParent();
    }
    return loader;
  }
}
