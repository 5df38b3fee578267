package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.StandInGuest;
import dev.airlock.sandbox.StandInJar;
import dev.airlock.sandbox.image.CacheDirectory;
import dev.airlock.sandbox.image.GuestProgram;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the integration tests of this package share: one cache, so that the image is made once. */
final class ItFixture {
  private ItFixture() {}

  /** A cache for this JVM, which deletes it when it ends. */
  static Path cache() {
    return Cache.PATH;
  }

  /** The runtime that guests run on. */
  static Path javaHome() {
    return Path.of(System.getProperty("it.java-home", System.getProperty("java.home")));
  }

  static GuestProgram program() {
    return new GuestProgram(StandInJar::open, StandInGuest.class.getName());
  }

  static BubblewrapProvider provider() {
    return new BubblewrapProvider(cache(), javaHome(), program());
  }

  /**
   * Beside the standard cache, where the guests of every user may enter. The project's own
   * directory may be closed to the guests of root, as everything in {@code /root} is.
   */
  private static final class Cache {
    static final Path PATH = make();

    private static Path make() {
      try {
        Path parent = Files.createDirectories(CacheDirectory.standardPath().getParent());
        Path made = Files.createTempDirectory(parent, "airlock-it-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        return made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path tree) {
      try (Stream<Path> paths = Files.walk(tree)) {
        paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
