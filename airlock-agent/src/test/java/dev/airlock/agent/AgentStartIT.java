package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a JVM starts with the agent, and when it does not. */
class AgentStartIT {
  private static final String APP =
      """
      import dev.airlock.Airlock;
      import dev.airlock.AirlockContext;

      public class App {
        @Airlock
        static String work(int value) {
          System.out.println("BODY RAN");
          return value + " sandboxed " + AirlockContext.isSandboxed();
        }

        public static void main(String[] arguments) {
          System.out.println("STARTED");
          System.out.println(work(1));
        }
      }
      """;

  /** What the body prints goes to the log, so none of it is here. */
  private static final String SANDBOXED = "STARTED\n1 sandboxed true\n";

  @TempDir Path directory;
  private AgentHarness harness;

  @BeforeEach
  void compileTheApplication() throws Exception {
    harness =
        new AgentHarness(directory)
            .source("App.java", APP)
            .compile(List.of(AgentHarness.ANNOTATIONS));
  }

  @Test
  void methodIsInterceptedWithNothingButTheAgent() throws Exception {
    AgentHarness.Run run = harness.runWithAgent("App", List.of());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).isEqualTo(SANDBOXED);
  }

  @Test
  void methodIsInterceptedWithTheAnnotationsOnTheClassPath() throws Exception {
    AgentHarness.Run run = harness.runWithAgent("App", List.of(AgentHarness.ANNOTATIONS));
    assertThat(run.out()).as(run.toString()).isEqualTo(SANDBOXED);
  }

  @Test
  void nothingIsPrintedByTheStart() throws Exception {
    harness
        .source("Quiet.java", "class Quiet { public static void main(String[] a) {} }")
        .compile(List.of(AgentHarness.ANNOTATIONS));
    AgentHarness.Run run = harness.runWithAgent("Quiet", List.of());
    assertThat(run).isEqualTo(new AgentHarness.Run(0, "", ""));
  }

  @Test
  void agentGivenTwiceDoesNotStart() throws Exception {
    AgentHarness.Run run =
        harness.runWithAgent("App", List.of(), "-javaagent:" + AgentHarness.AGENT);
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("The Airlock agent is given twice");
    assertThat(run.out()).doesNotContain("STARTED");
  }

  @Test
  void agentWithArgumentsDoesNotStart() throws Exception {
    AgentHarness.Run run =
        harness.java(
            List.of(
                "-javaagent:" + AgentHarness.AGENT + "=timeout=3s",
                "-cp",
                harness.classes().toString(),
                "App"),
            Map.of());
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("takes no arguments and was given 'timeout=3s'");
    assertThat(run.out()).doesNotContain("STARTED");
  }

  @Test
  void gateOfAnotherVersionKeepsTheAgentFromStarting() throws Exception {
    Path other = directory.resolve("other");
    AgentHarness old = new AgentHarness(other);
    old.source(
        "dev/airlock/Gate.java",
        "package dev.airlock; public class Gate { public static final int VERSION = 0; }");
    old.compile(List.of());
    AgentHarness.Run run = harness.runWithAgent("App", List.of(old.classes()));
    assertThat(run.exit()).isNotZero();
    assertThat(run.err())
        .contains("the application brings version 0 in file:" + old.classes())
        .contains(AgentHarness.AGENT.toString());
    assertThat(run.out()).doesNotContain("STARTED");
  }

  @Test
  void agentInARepackagedJarDoesNotStart() throws Exception {
    Path repackaged = directory.resolve("uber.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(repackaged))) {
      for (String name :
          List.of("dev/airlock/agent/AirlockAgent.class", "dev/airlock/agent/JdkTool.class")) {
        out.putNextEntry(new JarEntry(name));
        out.write(Files.readAllBytes(Path.of("target/classes", name)));
      }
    }
    AgentHarness.Run run = harness.runWithAgent("App", List.of(repackaged));
    assertThat(run.exit()).isNotZero();
    assertThat(run.out()).doesNotContain("STARTED");
  }

  @Test
  void jdkToolsArePassedOver() throws Exception {
    AgentHarness.Run run =
        harness.tool(
            "jar",
            List.of("--version"),
            Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + AgentHarness.AGENT + "=refused"));
    assertThat(run.exit()).as(run.toString()).isZero();
  }

  @Test
  void jarWithTheNameOfAToolIsNotPassedOver() throws Exception {
    Path jar = directory.resolve("sun.tools.x.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "App");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("App.class"));
      out.write(Files.readAllBytes(harness.classes().resolve("App.class")));
    }
    AgentHarness.Run run =
        harness.java(
            List.of("-jar", jar.getFileName().toString()),
            Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + AgentHarness.AGENT));
    assertThat(run.out()).as(run.toString()).isEqualTo(SANDBOXED);
  }

  @Test
  void sourceLauncherIsNoTool() throws Exception {
    AgentHarness.Run run =
        harness.java(
            List.of("-cp", AgentHarness.ANNOTATIONS.toString(), "src/App.java"),
            Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + AgentHarness.AGENT));
    assertThat(run.out()).as(run.toString()).contains("STARTED").doesNotContain("BODY RAN");
  }

  @Test
  void commandPrintsItsVersionAndRefusesTheUnknown() throws Exception {
    String jar = AgentHarness.AGENT.toString();
    assertThat(harness.java(List.of("-jar", jar, "version"), Map.of()).out())
        .startsWith("airlock ");
    assertThat(harness.java(List.of("-jar", jar), Map.of()).out()).contains("usage:");
    AgentHarness.Run unknown = harness.java(List.of("-jar", jar, "frobnicate"), Map.of());
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("'frobnicate'");
  }
}
