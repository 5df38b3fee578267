package dev.airlock.sandbox.door;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where host class loaders have their classes, as far as they say. */
final class Locations {
  private static final ClassLoader APPLICATION = applicationLoader();

  private Locations() {}

  /**
   * The places that a loader reads, in its order. Empty for a loader that does not say; places that
   * do not exist are among them.
   */
  static List<Path> of(ClassLoader loader) {
    List<Path> places = new ArrayList<>();
    if (loader == APPLICATION) {
      addClassPath(places);
      addModules(places);
    } else if (loader instanceof URLClassLoader urls) {
      for (URL url : urls.getURLs()) {
        add(url, places);
      }
    }
    return places;
  }

  /** The place that a URL of a class path means, or null if it is not in the file system. */
  static @Nullable Path of(URL url) {
    String text = url.toString();
    if (text.startsWith("jar:") && text.indexOf("!/") == text.length() - 2) {
      text = text.substring("jar:".length(), text.length() - 2);
    }
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      // File.toURL wrote spaces as they are.
      return url.getProtocol().equals("file") ? real(new File(url.getPath()).toPath()) : null;
    }
  }

  /** The places that a jar's {@code Class-Path} means. */
  static List<Path> ofManifest(Path jar, List<String> classPath) {
    List<Path> places = new ArrayList<>();
    for (String element : classPath) {
      try {
        Path place = of(jar.toUri().resolve(new URI(element)));
        if (place != null) {
          places.add(place);
        }
      } catch (URISyntaxException e) {
        // The JVM does not find anything there either.
      }
    }
    return places;
  }

  /** A path without links, or null if nothing is there. */
  static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable Path of(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      return null;
    }
    try {
      return real(Path.of(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  private static void add(URL url, List<Path> places) {
    Path place = of(url);
    if (place != null) {
      places.add(place);
    }
  }

  private static void addClassPath(List<Path> places) {
    String classPath = System.getProperty("java.class.path", "");
    if (classPath.isEmpty() && System.getProperty("jdk.module.main") != null) {
      // An empty class path means the working directory, but not beside a main module.
      return;
    }
    for (String element : classPath.split(File.pathSeparator, -1)) {
      try {
        Path place = real(Path.of(element));
        if (place != null) {
          places.add(place);
        }
      } catch (InvalidPathException e) {
        // The JVM does not find anything there either.
      }
    }
  }

  private static void addModules(List<Path> places) {
    for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
      ModuleReference reference = module.reference();
      Optional<Path> place = reference.location().map(Locations::of);
      place.ifPresent(places::add);
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
