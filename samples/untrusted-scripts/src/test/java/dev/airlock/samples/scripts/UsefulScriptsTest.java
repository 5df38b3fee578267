package dev.airlock.samples.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the useful scripts in this JVM, which has no agent. */
class UsefulScriptsTest {
  private static final Path DIRECTORY = Path.of("scripts", "useful");

  @TestFactory
  Stream<DynamicTest> givesTheRightAnswer() throws IOException {
    return ScriptFile.readAll(DIRECTORY).stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.subject().name(),
                    () -> {
                      ScriptResult result =
                          new ScriptRunner().run(script.source(), Map.of("input", script.input()));

                      assertThat(result.output().stripTrailing())
                          .isEqualTo(script.subject().expected());
                    }));
  }

  @Test
  void eachHasAnAnswerToCompareWith() throws IOException {
    List<ScriptFile> scripts = ScriptFile.readAll(DIRECTORY);

    assertThat(scripts).hasSizeGreaterThanOrEqualTo(8);
    assertThat(scripts).allSatisfy(script -> assertThat(script.subject().expected()).isNotNull());
  }

  @Test
  void whatIsPrintedGoesBeforeTheValue() {
    ScriptResult result = new ScriptRunner().run("println 'a'; print 'b'; 6 * 7", Map.of());

    assertThat(result.output()).isEqualToNormalizingNewlines("a\nb");
  }

  @Test
  void aBodyThatRunsHereIsCountedAndSaysSo() {
    int before = ScriptRunner.bodiesRun();

    ScriptResult result = new ScriptRunner().run("6 * 7", Map.of());

    assertThat(result.output()).isEqualTo("42");
    assertThat(result.origin().sandboxed()).isFalse();
    assertThat(ScriptRunner.bodiesRun()).isEqualTo(before + 1);
  }
}
