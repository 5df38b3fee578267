package dev.airlock.samples.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Files, and directories with all that is in them, that must stay as they are. */
final class WatchedFiles {
  private final List<Path> roots;
  private Map<Path, String> known;

  private WatchedFiles(List<Path> roots) {
    this.roots = roots;
    this.known = state(roots);
  }

  static WatchedFiles of(List<Path> roots) {
    return new WatchedFiles(List.copyOf(roots));
  }

  /** What has appeared, gone or changed since the last time. */
  List<String> changes() {
    Map<Path, String> now = state(roots);
    List<String> changes = new ArrayList<>();
    now.forEach(
        (path, state) -> {
          if (!state.equals(known.get(path))) {
            changes.add((known.containsKey(path) ? "it changed " : "it made ") + path);
          }
        });
    known.keySet().stream()
        .filter(path -> !now.containsKey(path))
        .forEach(path -> changes.add("it deleted " + path));
    known = now;
    return changes;
  }

  private static Map<Path, String> state(List<Path> roots) {
    Map<Path, String> state = new TreeMap<>();
    for (Path root : roots) {
      if (Files.exists(root)) {
        try (var paths = Files.walk(root)) {
          for (Path path : paths.toList()) {
            state.put(path, stateOf(path));
          }
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot check the watched files in " + root, e);
        }
      }
    }
    return state;
  }

  private static String stateOf(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(path));
      return "file " + sum.getValue();
    }
    return "directory";
  }
}
