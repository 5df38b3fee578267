package dev.airlock.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles a small application and runs it in a JVM of its own, with the packed agent.
 *
 * <p>The JVM is the one in {@code it.java-home}; the compiler is this JVM's, for Java 17.
 */
public final class AgentHarness {
  /** The packed agent. */
  public static final Path AGENT = Path.of("target/airlock-agent.jar").toAbsolutePath();

  /** The only thing of ours that applications compile against. */
  public static final Path ANNOTATIONS =
      Path.of("../airlock-annotations/target/airlock-annotations.jar").toAbsolutePath().normalize();

  /** The JDK that host programs run on. */
  public static final String JAVA_HOME =
      System.getProperty("it.java-home", System.getProperty("java.home"));

  private static final long TIMEOUT_SECONDS = 120;

  private final Path directory;

  /** A harness that writes into an empty directory. */
  public AgentHarness(Path directory) {
    this.directory = directory;
  }

  /** What a JVM did. */
  public record Run(int exit, String out, String err) {
    /** Both outputs, for a test that failed. */
    @Override
    public String toString() {
      return "exit " + exit + "\n--- out\n" + out + "\n--- err\n" + err;
    }
  }

  /** Where the compiled classes are. */
  public Path classes() {
    return directory.resolve("classes");
  }

  /** Writes one source file, by its path as in {@code org/example/App.java}. */
  public AgentHarness source(String path, String text) throws IOException {
    Path file = directory.resolve("src").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Adds the sources of a program from {@code src/test/programs}. */
  public AgentHarness sources(String program) throws IOException {
    Path from = Path.of("src/test/programs", program);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        source("org/example/" + file.getFileName(), Files.readString(file));
      }
    }
    return this;
  }

  /** Compiles all sources. Without the option {@code -p}, against this class path. */
  public AgentHarness compile(List<Path> classPath, String... options) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes().toString()));
    if (!classPath.isEmpty()) {
      arguments.addAll(List.of("-cp", join(classPath)));
    }
    arguments.addAll(List.of(options));
    try (Stream<Path> files = Files.walk(directory.resolve("src"))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    if (compiler.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new IllegalStateException("javac failed: " + arguments);
    }
    return this;
  }

  /** Runs a main class with the agent, on the compiled classes and this class path. */
  public Run runWithAgent(String mainClass, List<Path> classPath, String... options)
      throws IOException, InterruptedException {
    List<Path> all = new ArrayList<>(classPath);
    all.add(0, classes());
    List<String> arguments = new ArrayList<>(List.of("-javaagent:" + AGENT, "-cp", join(all)));
    arguments.addAll(List.of(options));
    arguments.add(mainClass);
    return java(arguments, Map.of());
  }

  /** Runs a JVM with exactly these arguments. */
  public Run java(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    return tool("java", arguments, environment);
  }

  /** Runs a tool of the JDK under test. */
  public Run tool(String name, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA_HOME + "/bin/" + name));
    command.addAll(arguments);
    return await(start(command, environment));
  }

  /** Starts any command in the harness's directory; what it writes goes to files. */
  public Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out().toFile())
            .redirectError(err().toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for the end of the process that was started last. */
  public Run await(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException(
          "No end in " + TIMEOUT_SECONDS + " s: " + process.info() + ": " + read(err()));
    }
    return new Run(process.exitValue(), read(out()), read(err()));
  }

  /** Where the standard output of the process that was started last goes. */
  public Path out() {
    return directory.resolve("out.txt");
  }

  private Path err() {
    return directory.resolve("err.txt");
  }

  /** Paths as one argument of a command line. */
  public static String join(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
