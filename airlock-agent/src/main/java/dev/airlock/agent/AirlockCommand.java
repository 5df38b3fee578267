package dev.airlock.agent;

import java.io.PrintStream;

/** The command line of {@code java -jar airlock-agent.jar}. */
public final class AirlockCommand {
  private static final String HELP =
      """
      Airlock runs annotated Java methods in a sandbox.

      usage: java -jar airlock-agent.jar <command>

      commands:
        help      prints this
        version   prints the version

      To start an application with it: java -javaagent:airlock-agent.jar ...
      """;

  private AirlockCommand() {}

  /** Runs one command. Ends the JVM with 0, or with 2 if there is no such command. */
  public static void main(String[] arguments) {
    int status = run(arguments, System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The exit status of a command. */
  static int run(String[] arguments, PrintStream out, PrintStream err) {
    String command = arguments.length == 0 ? "help" : arguments[0];
    switch (command) {
      case "help", "--help", "-h" -> out.print(HELP);
      case "version", "--version" -> out.println("airlock " + version());
      default -> {
        err.println("airlock: there is no command '" + command + "'.");
        err.print(HELP);
        return 2;
      }
    }
    return 0;
  }

  private static String version() {
    String version = AirlockCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(not run from airlock-agent.jar)" : version;
  }
}
