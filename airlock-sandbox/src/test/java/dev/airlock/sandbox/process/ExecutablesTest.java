package dev.airlock.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
  @TempDir Path directory;

  @Test
  void theFirstExecutableFileOfThatNameIsFound() throws Exception {
    Path first = Files.createDirectory(directory.resolve("first"));
    Path second = Files.createDirectory(directory.resolve("second"));
    Path third = Files.createDirectory(directory.resolve("third"));
    Files.createDirectory(first.resolve("tool"));
    Files.createFile(second.resolve("tool"));
    Path tool = Files.createFile(third.resolve("tool"));
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    String path = first + "::\u0000:relative:" + second + ":" + third;
    assertThat(Executables.onPath("tool", path)).contains(tool);
    assertThat(Executables.onPath("other", path)).isEmpty();
    assertThat(Executables.onPath("tool", "")).isEmpty();
  }

  @Test
  void programsOfTheSystemDoNotDependOnThePath() {
    assertThat(Executables.ofSystem("sh")).isPresent();
    assertThat(Executables.ofSystem("no-such-program")).isEmpty();
  }
}
