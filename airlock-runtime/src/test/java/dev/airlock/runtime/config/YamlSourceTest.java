package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {
  @Test
  void nestedAndDottedKeysMeanTheSame() {
    assertThat(read("airlock:\n  pool:\n    max-size: 5\n  max-result: 1MiB\nairlock.pids: 32\n"))
        .extracting(RawSetting::name, RawSetting::value)
        .containsExactly(
            tuple("airlock.pool.max-size", "5"),
            tuple("airlock.max-result", "1MiB"),
            tuple("airlock.pids", "32"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "{}"})
  void aFileMaySayNothing(String yaml) {
    assertThat(read(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'airlock: [' | line 1, column 11",
        "'airlock: {a: &x 1, b: *x}' | line 1, column 23: aliases are not supported",
        "'a: 1\na: 2' | line 2, column 1: a is set twice",
        "'airlock: {pids: 1}\nairlock.pids: 2' | line 2, column 1: airlock.pids is set twice",
        "'- a' | line 1, column 1: the file must be a mapping",
        "'a: 1\n---\nb: 2' | line 2, column 1: the file must be one document",
        "'a: [[1]]' | line 1, column 5: a list holds only text",
        "'? [a]\n: b' | line 1, column 3: a key must be text",
        "'{a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}' | nested deeper than 8",
        "'a: \tb:\t- c: d' | file.yaml",
      })
  void aBrokenFileIsOneProblemWithItsPlace(String yaml, String place) {
    assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
        .hasMessageStartingWith("The configuration is wrong in 1 place:")
        .hasMessageContaining("file.yaml")
        .hasMessageContaining(place);
  }

  @Test
  void tagsBuildNothing() {
    assertThat(read("a: !!javax.script.ScriptEngineManager x"))
        .extracting(RawSetting::value)
        .containsExactly("x");
  }

  @Test
  void deepNestingEndsInAProblemAndNotInTheStack() {
    assertThatThrownBy(() -> read("[".repeat(200_000))).hasMessageContaining("file.yaml");
    assertThatThrownBy(() -> read("a: " + "{a: ".repeat(50_000)))
        .hasMessageContaining("nested deeper than 8");
  }

  @Test
  void aFileHasABound() {
    assertThat(read("#".repeat(256 * 1024))).isEmpty();
    assertThatThrownBy(() -> read("#".repeat(256 * 1024 + 1)))
        .hasMessageContaining("file.yaml is larger than 262144 bytes");
  }

  private static List<RawSetting> read(String yaml) {
    Problems problems = new Problems("The configuration");
    try {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      List<RawSetting> settings =
          YamlSource.read("file.yaml", new ByteArrayInputStream(bytes), problems);
      problems.throwIfAny();
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
