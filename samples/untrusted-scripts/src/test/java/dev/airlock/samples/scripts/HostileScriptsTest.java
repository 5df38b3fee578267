package dev.airlock.samples.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compiles the hostile scripts and never runs one: that is for the sandbox. */
class HostileScriptsTest {
  private static final Path DIRECTORY = Path.of("scripts", "hostile");

  @TestFactory
  Stream<DynamicTest> compiles() throws IOException {
    return ScriptFile.readAll(DIRECTORY).stream()
        .map(
            script ->
                DynamicTest.dynamicTest(
                    script.subject().name(),
                    () ->
                        assertThatCode(() -> new GroovyShell().parse(script.source()))
                            .doesNotThrowAnyException()));
  }

  @Test
  void noneHasARightAnswer() throws IOException {
    List<ScriptFile> scripts = ScriptFile.readAll(DIRECTORY);

    assertThat(scripts).hasSizeGreaterThanOrEqualTo(12);
    assertThat(scripts).allSatisfy(script -> assertThat(script.subject().expected()).isNull());
  }
}
