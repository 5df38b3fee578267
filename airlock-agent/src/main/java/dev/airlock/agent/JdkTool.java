package dev.airlock.agent;

import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells JDK tools, which pick up an agent from {@code JAVA_TOOL_OPTIONS} by accident, from
 * applications.
 *
 * <p>The list is short on purpose. Source launcher and jshell run an application's code from JDK
 * main classes, and an agent that stands aside there would leave that code unsandboxed.
 */
final class JdkTool {
  private static final List<String> TOOLS =
      List.of("com.sun.tools.", "sun.tools.", "sun.security.tools.", "jdk.tools.");
  private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";

  private JdkTool() {}

  /** Whether this JVM is a JDK tool that got its agent from the environment. */
  static boolean isStarting() {
    String options = System.getenv("JAVA_TOOL_OPTIONS");
    return options != null
        && options.contains("-javaagent:")
        && isTool(
            System.getProperty("jdk.module.main"), System.getProperty("sun.java.command", ""));
  }

  /**
   * Whether a command starts a tool. The launchers of the JDK's tools name a module, so a command
   * without one is an application: after {@code -jar} stands a file, which may be called anything.
   *
   * @param module the main module, null if the JVM was started in another way
   * @param command as the launcher keeps it: the module and {@code /}, the main class, its
   *     arguments
   */
  static boolean isTool(@Nullable String module, String command) {
    if (module == null) {
      return false;
    }
    String main = command.split(" ", 2)[0];
    if (!main.startsWith(module + '/')) {
      return false;
    }
    String mainClass = main.substring(module.length() + 1);
    return TOOLS.stream().anyMatch(mainClass::startsWith)
        && !mainClass.startsWith(SOURCE_LAUNCHER)
        && isOfTheJdk(module, mainClass);
  }

  /** Whether a module that came with this JDK has the class's package. */
  private static boolean isOfTheJdk(String module, String mainClass) {
    String packageName = mainClass.substring(0, mainClass.lastIndexOf('.'));
    return ModuleLayer.boot()
        .configuration()
        .findModule(module)
        .map(ResolvedModule::reference)
        .filter(found -> found.descriptor().packages().contains(packageName))
        .flatMap(ModuleReference::location)
        .filter(location -> "jrt".equals(location.getScheme()))
        .isPresent();
  }
}
