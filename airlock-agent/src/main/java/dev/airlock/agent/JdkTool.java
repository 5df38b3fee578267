package dev.airlock.agent;

import java.util.List;

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
        && isTool(System.getProperty("sun.java.command", ""));
  }

  /**
   * Whether a command starts a tool.
   *
   * @param command as the launcher keeps it: an optional module and {@code /}, the main class, its
   *     arguments
   */
  static boolean isTool(String command) {
    String main = command.split(" ", 2)[0];
    String mainClass = main.substring(main.indexOf('/') + 1);
    return TOOLS.stream().anyMatch(mainClass::startsWith) && !mainClass.startsWith(SOURCE_LAUNCHER);
  }
}
