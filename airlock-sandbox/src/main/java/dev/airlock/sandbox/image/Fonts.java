package dev.airlock.sandbox.image;

import dev.airlock.sandbox.process.Executables;
import dev.airlock.sandbox.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The few fonts that drawing text needs. Java's own five font names are mapped by fontconfig; where
 * this machine has none, guests cannot draw text either.
 */
final class Fonts {
  private static final Duration LONGEST = Duration.ofSeconds(10);
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

  /** Copies what this machine uses for the common styles. */
  static void copyTo(Path root) throws IOException {
    Optional<Path> match = Executables.ofSystem("fc-match");
    if (match.isEmpty()) {
      return;
    }
    for (String style : STYLES) {
      Path font = find(match.get(), style);
      if (Files.isRegularFile(font)) {
        FileTree.copy(font, root.resolve(DIRECTORY).resolve(font.getFileName().toString()));
      }
    }
    FileTree.write(root.resolve("etc/fonts/fonts.conf"), CONFIGURATION);
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
