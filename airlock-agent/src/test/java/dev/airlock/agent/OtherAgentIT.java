package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Another agent in the same JVM, before and after ours. */
class OtherAgentIT {
  private static final String OTHER_AGENT =
      """
      import java.lang.instrument.Instrumentation;

      public class OtherAgent {
        public static Instrumentation instrumentation;

        public static void premain(String early, Instrumentation given) throws Exception {
          instrumentation = given;
          if (early != null) {
            Class.forName(early);
          }
        }
      }
      """;

  private static final String APP =
      """
      import dev.airlock.Airlock;
      import dev.airlock.AirlockContext;
      import java.util.function.BooleanSupplier;

      public class App {
        @Airlock
        boolean work() {
          return AirlockContext.isSandboxed();
        }

        public static void main(String[] arguments) throws Exception {
          attempt(new App()::work);
          attempt(new WithNative()::work);
          attempt(new WithNative()::fast);
          OtherAgent.instrumentation.retransformClasses(App.class, WithNative.class);
          attempt(new App()::work);
          attempt(new WithNative()::work);
          attempt(new WithNative()::fast);
        }

        static void attempt(BooleanSupplier call) {
          try {
            System.out.println(call.getAsBoolean() ? "sandboxed" : "ON THE HOST");
          } catch (RuntimeException e) {
            System.out.println("refused");
          }
        }
      }

      class WithNative {
        @Airlock
        boolean work() {
          return AirlockContext.isSandboxed();
        }

        @Airlock
        native boolean fast();
      }
      """;

  /** Two sandboxed methods and a native one, before and after the retransformation. */
  private static final String[] BEFORE_AND_AFTER = {
    "sandboxed", "sandboxed", "refused", "sandboxed", "sandboxed", "refused"
  };

  @TempDir Path directory;
  private AgentHarness harness;
  private Path other;

  @BeforeEach
  void compile() throws Exception {
    harness =
        new AgentHarness(directory)
            .source("OtherAgent.java", OTHER_AGENT)
            .source("App.java", APP)
            .compile(List.of(AgentHarness.ANNOTATIONS));
    other = pack();
  }

  @Test
  void retransformationByAnotherAgentOpensNothing() throws Exception {
    AgentHarness.Run run =
        harness.java(
            arguments("-javaagent:" + AgentHarness.AGENT, "-javaagent:" + other), Map.of());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines()).containsExactly(BEFORE_AND_AFTER);
  }

  @Test
  void classThatAnEarlierAgentLoadedIsWoven() throws Exception {
    AgentHarness.Run run =
        harness.java(
            arguments("-javaagent:" + other + "=App", "-javaagent:" + AgentHarness.AGENT),
            Map.of());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines()).containsExactly(BEFORE_AND_AFTER);
  }

  @Test
  void nativeMethodThatAnEarlierAgentLoadedKeepsTheJvmFromStarting() throws Exception {
    AgentHarness.Run run =
        harness.java(
            arguments("-javaagent:" + other + "=WithNative", "-javaagent:" + AgentHarness.AGENT),
            Map.of());
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("WithNative was loaded before the agent").contains("fast()Z");
    assertThat(run.out()).doesNotContain("refused", "sandboxed", "ON THE HOST");
  }

  private List<String> arguments(String first, String second) {
    return List.of(first, second, "-cp", harness.classes().toString(), "App");
  }

  private Path pack() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", "OtherAgent");
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("other-agent.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("OtherAgent.class"));
      out.write(Files.readAllBytes(harness.classes().resolve("OtherAgent.class")));
    }
    return jar;
  }
}
