package dev.airlock.agent.endtoend;

import dev.airlock.agent.AgentHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A program from {@code src/test/programs}, compiled against the annotations alone, that prints one
 * line a check.
 */
final class HostProgram {
  private final AgentHarness harness;
  private final String mainClass;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path agent = AgentHarness.AGENT;

  private HostProgram(AgentHarness harness, String mainClass) {
    this.harness = harness;
    this.mainClass = mainClass;
  }

  /**
   * Compiles a program.
   *
   * @param name its directory; its main class has the same name, with a capital letter
   */
  static HostProgram compile(Path directory, String name) throws IOException {
    AgentHarness harness = new AgentHarness(directory).sources("common").sources(name);
    harness.compile(List.of(AgentHarness.ANNOTATIONS));
    return new HostProgram(
        harness,
        "org.example." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  /** Adds options of the JVM. */
  HostProgram options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Sets an environment variable. */
  HostProgram variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Has a command start the JVM. */
  HostProgram through(List<String> command) {
    prefix.addAll(command);
    return this;
  }

  /** Takes the agent from elsewhere. */
  HostProgram agent(Path jar) {
    agent = jar;
    return this;
  }

  /** Takes bubblewrap off the path. */
  HostProgram withoutBubblewrap(Path emptyDirectory) {
    return variable("PATH", emptyDirectory.toString());
  }

  Path classes() {
    return harness.classes();
  }

  Path out() {
    return harness.out();
  }

  /** Runs it with the agent to its end. */
  AgentHarness.Run run(String... arguments) throws IOException, InterruptedException {
    return harness.await(start(arguments));
  }

  /** Runs it without the agent, with the annotations on its class path. */
  AgentHarness.Run runWithoutAgent() throws IOException, InterruptedException {
    String classPath = AgentHarness.join(List.of(classes(), AgentHarness.ANNOTATIONS));
    return harness.java(List.of("-cp", classPath, mainClass), environment);
  }

  /** Starts it with the agent. */
  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(AgentHarness.JAVA_HOME + "/bin/java");
    command.add("-javaagent:" + agent);
    command.addAll(options);
    command.addAll(List.of("-cp", classes().toString(), mainClass));
    command.addAll(List.of(arguments));
    return harness.start(command, environment);
  }

  /** An empty directory. */
  static Path emptyDirectory(Path parent) throws IOException {
    return Files.createDirectories(parent.resolve("empty"));
  }
}
