package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent must not have done when the application's main method begins. */
class QuietStartIT {
  @TempDir private Path directory;

  @Test
  void theLoggingOfTheJdkIsLeftForTheApplicationToChoose() throws Exception {
    assertThat(loadedClasses()).noneMatch(line -> line.contains("java.util.logging.LogManager "));
  }

  @Test
  void settingsThatHaveToBeCheckedDoNotStartLoggingEither() throws Exception {
    List<String> loaded = loadedClasses("-Dairlock.timeout=3s");
    assertThat(loaded).anyMatch(line -> line.contains("org.hibernate.validator"));
    assertThat(loaded).noneMatch(line -> line.contains("java.util.logging.LogManager "));
  }

  private List<String> loadedClasses(String... options) throws Exception {
    Path log = directory.resolve("classes.log");
    AgentHarness harness =
        new AgentHarness(directory)
            .source(
                "Quiet.java",
                "public class Quiet { public static void main(String[] a) {"
                    + " System.out.println(\"ran\"); } }");
    harness.compile(List.of());
    String[] all = new String[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "-Xlog:class+load:file=" + log;
    assertThat(harness.runWithAgent("Quiet", List.of(harness.classes()), all).out())
        .contains("ran");
    return Files.readAllLines(log);
  }
}
