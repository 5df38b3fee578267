package dev.airlock.sandbox.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where programs of this machine are. Looks each time it is asked; thread-safe. */
public final class Executables {
  private static final List<Path> SYSTEM = List.of(Path.of("/usr/bin"), Path.of("/bin"));

  private Executables() {}

  /**
   * The first program of that name on a search path.
   *
   * @param searchPath as in the variable {@code PATH}; relative entries are ignored
   */
  public static Optional<Path> onPath(String name, String searchPath) {
    for (String entry : searchPath.split(":", -1)) {
      try {
        Path directory = Path.of(entry);
        if (directory.isAbsolute() && isProgram(directory.resolve(name))) {
          return Optional.of(directory.resolve(name));
        }
      } catch (InvalidPathException e) {
        // An entry that is not a path names no program.
      }
    }
    return Optional.empty();
  }

  /** The program of that name in the system's own directories, whatever the search path says. */
  public static Optional<Path> ofSystem(String name) {
    return SYSTEM.stream().map(d -> d.resolve(name)).filter(Executables::isProgram).findFirst();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
