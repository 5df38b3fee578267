package dev.airlock.agent.weave;

import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.config.MethodPattern;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds patterns that name classes of the JDK, which are never intercepted: such a pattern would
 * leave on the host what its writer wants in a sandbox.
 */
final class JdkPatterns {
  /** No application can declare the first; of the second nearly everything is the JDK's. */
  private static final List<String> ROOTS = List.of("java", "javax");

  private JdkPatterns() {}

  /**
   * Refuses patterns whose package, as far as it is spelled out, is one of the JDK.
   *
   * @throws SandboxConfigurationException naming each of them
   */
  static void refuse(InterceptPatterns patterns) {
    String wrong =
        patterns.patterns().stream()
            .filter(pattern -> isOfTheJdk(packageOf(pattern)))
            .map(pattern -> "\n  airlock.intercept = \"" + pattern.text() + "\"")
            .collect(Collectors.joining());
    if (!wrong.isEmpty()) {
      throw new SandboxConfigurationException(
          "Classes of the JDK are never intercepted, and these patterns name some:"
              + wrong
              + "\nName the methods of the application or of its libraries that call them.");
    }
  }

  /** What stands before the last dot that comes before any star. */
  private static String packageOf(MethodPattern pattern) {
    String type = InterceptPatterns.typePart(pattern);
    int star = type.indexOf('*');
    int end = type.lastIndexOf('.', star < 0 ? type.length() : star);
    return end < 0 ? "" : type.substring(0, end);
  }

  /**
   * The JDK's classes are those of the two loaders that the transformer passes over. Its compiler
   * and other tools come from the application's loader and can be intercepted.
   */
  private static boolean isOfTheJdk(String packageName) {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    return ROOTS.contains(packageName)
        || packageName.startsWith("java.")
        || ModuleLayer.boot().modules().stream()
            .filter(
                module -> module.getClassLoader() == null || module.getClassLoader() == platform)
            .anyMatch(module -> module.getPackages().contains(packageName));
  }
}
