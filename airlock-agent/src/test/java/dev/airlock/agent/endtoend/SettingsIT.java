package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.AgentHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong settings keep a JVM from starting, and say what to do. */
class SettingsIT {
  @TempDir Path directory;
  private HostProgram program;
  private Path trace;

  @BeforeEach
  void compile() throws Exception {
    program = HostProgram.compile(directory, "canary");
    trace = directory.resolve("trace");
  }

  @Test
  void unknownKeyIsRefusedWithTheNearestOne() throws Exception {
    refused(
        program.options("-Dairlock.pool.max-sze=3"),
        "airlock.pool.max-sze (system property) is not a key",
        "airlock.pool.max-size");
  }

  @Test
  void everyWrongValueIsReportedAtOnce() throws Exception {
    refused(
        program
            .options("-Dairlock.timeout=fast", "-Dairlock.pids=many")
            .variable("AIRLOCK_MEMORY", "lots"),
        "wrong in 3 places",
        "airlock.timeout = \"fast\" (system property): is not a whole number and a unit, as in 500ms",
        "airlock.pids = \"many\"",
        "environment variable AIRLOCK_MEMORY");
  }

  @Test
  void brokenYamlIsRefusedWithItsPlace() throws Exception {
    Path file = Files.writeString(directory.resolve("broken.yaml"), "airlock:\n  timeout: [1\n");
    refused(program.options("-Dairlock.config=" + file), file + ", line 3, column 1 is not YAML");
  }

  @Test
  void wrongKeyInYamlOnTheClassPathIsRefused() throws Exception {
    Files.writeString(program.classes().resolve("airlock.yaml"), "airlock:\n  tiemout: 1s\n");
    refused(program, "airlock.tiemout", "The nearest one is airlock.timeout");
  }

  @Test
  void constructorCannotBeIntercepted() throws Exception {
    refused(
        program.options("-Dairlock.intercept=org.example.Canary#<init>"),
        "airlock.intercept",
        "org.example.Canary#<init>");
  }

  @Test
  void patternThatNamesTheJdkIsRefused() throws Exception {
    refused(
        program.options("-Dairlock.intercept=javax.imageio.ImageIO#read"),
        "Classes of the JDK are never intercepted",
        "airlock.intercept = \"javax.imageio.ImageIO#read\"");
  }

  private void refused(HostProgram wrong, String... parts) throws Exception {
    AgentHarness.Run run = wrong.run(trace.toString());
    assertThat(run.exit()).as(run.toString()).isNotZero();
    assertThat(run.err()).contains("dev.airlock.SandboxConfigurationException").contains(parts);
    assertThat(run.out()).doesNotContain("required", "bodies on the host");
    assertThat(trace).doesNotExist();
  }
}
