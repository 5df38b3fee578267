package dev.airlock.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
  @TempDir Path directory;

  @Test
  void onlyFontsAreTakenFromADirectory() throws Exception {
    Path below = Files.createDirectories(directory.resolve("truetype/plain"));
    Path serif = Files.createFile(below.resolve("serif.ttf"));
    Path sans = Files.createFile(directory.resolve("sans.otf"));
    Files.createFile(below.resolve("fonts.dir"));
    Files.createDirectory(directory.resolve("folder.ttf"));
    assertThat(Fonts.someOf(directory)).containsExactly(sans, serif);
  }

  @Test
  void notMoreThanAFewAreTaken() throws Exception {
    for (int i = 0; i < 100; i++) {
      Files.createFile(directory.resolve(i + ".ttf"));
    }
    assertThat(Fonts.someOf(directory)).hasSize(16);
  }

  @Test
  void aMachineWithoutADirectoryOfFontsHasNone() throws Exception {
    assertThat(Fonts.someOf(directory.resolve("none"))).isEmpty();
  }
}
