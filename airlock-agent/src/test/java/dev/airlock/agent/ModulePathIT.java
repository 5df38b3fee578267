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
        static String work(int value) {
          System.out.println("BODY RAN");
          return value + " sandboxed " + dev.airlock.AirlockContext.isSandboxed();
        }

        public static void main(String[] arguments) {
          System.out.println(App.class.getModule());
          System.out.println(work(1));
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
    assertThat(run.out()).isEqualTo("module app\n1 sandboxed true\n");
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
    assertThat(run.out()).isEqualTo("module app\n1 sandboxed true\n");
  }

  private static AgentHarness.Run run(AgentHarness harness, String modulePath) throws Exception {
    return harness.java(
        List.of("-javaagent:" + AgentHarness.AGENT, "-p", modulePath, "-m", "app/app.App"),
        Map.of());
  }
}
