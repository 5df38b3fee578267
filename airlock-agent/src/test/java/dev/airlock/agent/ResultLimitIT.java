package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are larger than {@code airlock.max-result}. */
class ResultLimitIT {
  private static final String APP =
      """
      import dev.airlock.Airlock;
      import dev.airlock.AirlockException;

      public class App {
        @Airlock
        static byte[] bytes(int count) {
          return new byte[count];
        }

        public static void main(String[] arguments) {
          System.out.println(bytes(1000).length);
          for (int count : new int[] {3_000, 100_000_000}) {
            try {
              System.out.println(bytes(count).length);
            } catch (AirlockException e) {
              System.out.println(e);
            }
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void aResultOverTheLimitIsCalledTooLargeHoweverLargeItIs() throws Exception {
    AgentHarness harness =
        new AgentHarness(directory)
            .source("App.java", APP)
            .compile(List.of(AgentHarness.ANNOTATIONS));

    AgentHarness.Run run =
        harness.runWithAgent("App", List.of(AgentHarness.ANNOTATIONS), "-Dairlock.max-result=2KiB");

    String tooLarge =
        "dev.airlock.PayloadTooLargeException: App#bytes ran, but its result is larger than 2048"
            + " bytes. Raise airlock.max-result, or return less.";
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines()).as(run.toString()).containsExactly("1000", tooLarge, tooLarge);
  }
}
