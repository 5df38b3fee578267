package dev.airlock.sandbox.image;

import dev.airlock.sandbox.process.Executables;
import dev.airlock.sandbox.process.Finished;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the shared libraries that programs of this machine need, as its own loader finds them.
 *
 * <p>In the image they all lie in {@code /lib}, except the loader, whose path is part of every
 * program.
 */
final class SharedLibraries {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** {@code libz.so.1 => /usr/lib/libz.so.1 (0x…)}, or a loader without the arrow. */
  private static final Pattern FOUND =
      Pattern.compile("^\\s+(\\S+)(?: => (/\\S+))? \\(0x[0-9a-f]+\\)$", Pattern.MULTILINE);

  /** Loaded by name while running: by glibc to end threads, by the JDK to find fonts. */
  private static final List<String> LOADED_LATER = List.of("libgcc_s.so.1", "libfontconfig.so.1");

  private SharedLibraries() {}

  /**
   * What programs and libraries need, and what these need.
   *
   * @return files of this machine, by their path in the image
   */
  static Map<String, Path> neededBy(List<Path> binaries) throws IOException {
    Map<String, Path> needed = listed(binaries);
    Set<Path> directories = new LinkedHashSet<>();
    needed.values().forEach(file -> directories.add(directoryOf(file)));
    List<Path> later = new ArrayList<>();
    for (String name : LOADED_LATER) {
      Optional<Path> file =
          directories.stream().map(d -> d.resolve(name)).filter(Files::isRegularFile).findFirst();
      file.ifPresent(later::add);
      file.ifPresent(found -> needed.put("/lib/" + name, found));
    }
    if (!later.isEmpty()) {
      needed.putAll(listed(later));
    }
    return needed;
  }

  private static Map<String, Path> listed(List<Path> binaries) throws IOException {
    Path ldd =
        Executables.ofSystem("ldd")
            .orElseThrow(
                () ->
                    new FileNotFoundException(
                        "ldd is not in /usr/bin or /bin (apt-get install libc-bin)"));
    List<String> command = new ArrayList<>();
    command.add(ldd.toString());
    binaries.forEach(file -> command.add(file.toString()));
    try {
      // The status says whether all of them were complete; a JDK always has some that are not.
      return parse(Finished.run(command, LONGEST).output());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while looking for shared libraries.");
    }
  }

  static Map<String, Path> parse(String output) {
    Map<String, Path> libraries = new TreeMap<>();
    Matcher line = FOUND.matcher(output);
    while (line.find()) {
      String name = line.group(1);
      String file = line.group(2);
      if (name.startsWith("/")) {
        libraries.put(name, Path.of(file == null ? name : file));
      } else if (file != null) {
        libraries.put("/lib/" + name, Path.of(file));
      }
    }
    return libraries;
  }

  private static Path directoryOf(Path file) {
    Path directory = file.getParent();
    return directory == null ? file : directory;
  }
}
