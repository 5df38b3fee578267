package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications on the module path. */
class ModulePathIT {
  private static final String BODY =
      """
        static int work(int value) {
          System.out.println("BODY RAN");
          return value;
        }

        public static void main(String[] arguments) {
          System.out.println(App.class.getModule());
          try {
            work(1);
          } catch (RuntimeException e) {
            System.out.println(e.getClass().getName());
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void annotatedMethodOfANamedModuleIsIntercepted() throws Exception {
    AgentHarness harness =
        new AgentHarness(directory)
            .source("module-info.java", "module app { requires dev.airlock.annotations; }")
            .source("app/App.java", "package app; public class App { @dev.airlock.Airlock " + BODY)
            .compile(List.of(), "-p", AgentHarness.ANNOTATIONS.toString());
    AgentHarness.Run run =
        run(harness, AgentHarness.join(List.of(harness.classes(), AgentHarness.ANNOTATIONS)));
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("module app", "dev.airlock.").doesNotContain("BODY RAN");
  }

  /** Without the annotations as a module the gate is in the agent's jar, which no module reads. */
  @Test
  void annotatedMethodIsInterceptedWhereTheAnnotationsAreNoModuleAtRunTime() throws Exception {
    AgentHarness harness =
        new AgentHarness(directory)
            .source("module-info.java", "module app { requires static dev.airlock.annotations; }")
            .source("app/App.java", "package app; public class App { @dev.airlock.Airlock " + BODY)
            .compile(List.of(), "-p", AgentHarness.ANNOTATIONS.toString());
    AgentHarness.Run run = run(harness, harness.classes().toString());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("module app", "dev.airlock.").doesNotContain("BODY RAN");
  }

  private static AgentHarness.Run run(AgentHarness harness, String modulePath) throws Exception {
    return harness.java(
        List.of("-javaagent:" + AgentHarness.AGENT, "-p", modulePath, "-m", "app/app.App"),
        Map.of());
  }
}
