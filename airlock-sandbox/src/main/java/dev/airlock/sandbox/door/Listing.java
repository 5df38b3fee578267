package dev.airlock.sandbox.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in one code root, by exact name. Filled by one thread, then only read.
 *
 * <p>At most {@link #MAX_ENTRIES} entries are kept.
 */
final class Listing {
  static final int MAX_ENTRIES = 500_000;

  private static final String CLASS_SUFFIX = ".class";

  /** Holds no packages: classes there have another name. */
  private static final String META_INF = "META-INF";

  /** What is in there another loader has, under other names. */
  private static final Set<String> OTHER_LOADERS = Set.of("BOOT-INF", "WEB-INF");

  private final Map<String, CodeEntry> classes = new HashMap<>();
  private final Map<String, CodeEntry> resources = new HashMap<>();
  private final List<String> classPath;

  /**
   * An empty listing.
   *
   * @param classPath the {@code Class-Path} of an archive's manifest
   */
  Listing(List<String> classPath) {
    this.classPath = classPath;
  }

  /** Adds a file under its path from the root, with slashes. False if the listing is full. */
  boolean add(String path, CodeEntry entry) {
    if (classes.size() + resources.size() >= MAX_ENTRIES) {
      return false;
    }
    String top = path.substring(0, Math.max(0, path.indexOf('/')));
    if (OTHER_LOADERS.contains(top)) {
      return true;
    }
    if (!path.endsWith(CLASS_SUFFIX)) {
      resources.put(path, entry);
      return true;
    }
    String name = path.substring(0, path.length() - CLASS_SUFFIX.length()).replace('/', '.');
    if (!top.equals(META_INF) && ClassNames.isServable(name)) {
      classes.put(name, entry);
    }
    return true;
  }

  @Nullable CodeEntry classNamed(String name) {
    return classes.get(name);
  }

  /** A resource, which may be a class file. */
  @Nullable CodeEntry resourceNamed(String name) {
    if (!name.endsWith(CLASS_SUFFIX)) {
      return resources.get(name);
    }
    String path = name.substring(0, name.length() - CLASS_SUFFIX.length());
    return path.indexOf('.') < 0 ? classes.get(path.replace('/', '.')) : null;
  }

  Set<String> classNames() {
    return classes.keySet();
  }

  List<String> classPath() {
    return classPath;
  }
}
