package dev.airlock.sandbox.shim;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every mirrored loader sees above itself: the JDK and the package {@code dev.airlock}, and
 * nothing else of the shim. Thread-safe.
 */
final class ApiLoader extends ClassLoader {
  private static final String API_PACKAGE = "dev.airlock";

  /** Asking the JDK only for its own packages saves two exceptions for each class of a library. */
  private static final Set<String> JDK_PACKAGES =
      ModuleLayer.boot().modules().stream()
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader shim;

  ApiLoader(ClassLoader shim) {
    super("airlock-api", ClassLoader.getPlatformClassLoader());
    this.shim = shim;
  }

  /** A class of the JDK or the API, or null. */
  @Nullable Class<?> find(String name) {
    int dot = name.lastIndexOf('.');
    String packageName = dot < 0 ? "" : name.substring(0, dot);
    boolean api = packageName.equals(API_PACKAGE);
    if (!api && !JDK_PACKAGES.contains(packageName)) {
      return null;
    }
    try {
      // Not the platform loader: some of the JDK's modules belong to the application's loader.
      Class<?> type = shim.loadClass(name);
      return api || type.getModule().isNamed() ? type : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> type = find(name);
    if (type == null) {
      throw new ClassNotFoundException(name);
    }
    return type;
  }
}
