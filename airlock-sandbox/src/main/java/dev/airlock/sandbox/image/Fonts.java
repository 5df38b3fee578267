package dev.airlock.sandbox.image;

import dev.airlock.sandbox.process.Executables;
import dev.airlock.sandbox.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The few fonts that drawing text needs. Java's own five font names are mapped by fontconfig; where
 * this machine has none, guests cannot draw text either.
 */
final class Fonts {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST = 16;
  private static final String DIRECTORY = "usr/share/fonts";
  private static final List<String> STYLES =
      List.of("sans", "sans:bold", "serif", "serif:bold", "monospace", "monospace:bold");

  private static final String CONFIGURATION =
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig>
        <dir>/usr/share/fonts</dir>
        <cachedir>/tmp/.fontconfig</cachedir>
      </fontconfig>
      """;

  private Fonts() {}

  /**
   * Copies what this machine uses for the common styles. A machine with Java may have fonts and
   * lack the program that chooses among them; then it is some of those that are there.
   */
  static void copyTo(Path root) throws IOException {
    Optional<Path> match = Executables.ofSystem("fc-match");
    List<Path> fonts =
        match.isPresent() ? matching(match.get()) : someOf(Path.of("/").resolve(DIRECTORY));
    if (fonts.isEmpty()) {
      return;
    }
    for (Path font : fonts) {
      FileTree.copy(font, root.resolve(DIRECTORY).resolve(font.getFileName().toString()));
    }
    FileTree.write(root.resolve("etc/fonts/fonts.conf"), CONFIGURATION);
  }

  /** A few fonts of a directory, always the same ones; none if it is not there. */
  static List<Path> someOf(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Fonts::isFont).sorted().limit(MOST).toList();
    }
  }

  private static boolean isFont(Path file) {
    String name = file.toString();
    return (name.endsWith(".ttf") || name.endsWith(".otf")) && Files.isRegularFile(file);
  }

  private static List<Path> matching(Path match) throws IOException {
    List<Path> fonts = new ArrayList<>();
    for (String style : STYLES) {
      Path font = find(match, style);
      if (Files.isRegularFile(font)) {
        fonts.add(font);
      }
    }
    return fonts;
  }

  private static Path find(Path match, String style) throws IOException {
    try {
      return Path.of(
          Finished.run(List.of(match.toString(), "-f", "%{file}", style), LONGEST)
              .output()
              .strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while looking for fonts.", e);
    }
  }
}
