package dev.airlock.sandbox.image;

import dev.airlock.sandbox.SandboxStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java runtime of this machine that guests run on. In the guest it is {@code /jdk}.
 *
 * @param home its directory, without symbolic links
 * @param release what its file {@code release} says
 */
public record GuestJdk(Path home, String release) {
  /** Where it is in the guest. */
  public static final String GUEST_HOME = "/jdk";

  private static final Pattern VERSION =
      Pattern.compile("^JAVA_VERSION=\"(?:1\\.)?(\\d+)", Pattern.MULTILINE);

  /** Not needed to run anything, and large. */
  private static final String SOURCES = "src.zip";

  /**
   * The runtime at a directory.
   *
   * @throws SandboxStartException if there is no complete one
   */
  public static GuestJdk at(Path home) throws SandboxStartException {
    try {
      Path real = home.toRealPath();
      for (String part : List.of("bin/java", "lib/server/libjvm.so", "lib/modules")) {
        if (!Files.isReadable(real.resolve(part))) {
          throw new IOException(real.resolve(part) + " is missing or cannot be read");
        }
      }
      return new GuestJdk(real, Files.readString(real.resolve("release")));
    } catch (IOException e) {
      throw new SandboxStartException(
          "There is no complete Java runtime for guests at " + home + ": " + e,
          "Run the host on a full JDK or JRE 17 or newer",
          e);
    }
  }

  /** The first number of its version, as in 17; 0 if its file {@code release} does not say. */
  public int feature() {
    Matcher version = VERSION.matcher(release);
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  /** Its programs and libraries. */
  List<Path> binaries() throws IOException {
    List<Path> binaries = new ArrayList<>();
    binaries.add(home.resolve("bin/java"));
    try (Stream<Path> files = Files.walk(home.resolve("lib"))) {
      files
          .filter(file -> file.toString().endsWith(".so"))
          .filter(Files::isRegularFile)
          .forEach(binaries::add);
    }
    return binaries;
  }

  /**
   * What its links to places outside of it lead to: distributions keep a runtime's configuration
   * elsewhere.
   *
   * @return files and directories of this machine, by the path at which the guest looks for them
   */
  Map<String, Path> outside() throws IOException {
    Map<String, Path> outside = new TreeMap<>();
    for (String part : List.of("lib", "conf")) {
      try (Stream<Path> files = Files.walk(home.resolve(part))) {
        for (Path link : (Iterable<Path>) files.filter(Files::isSymbolicLink)::iterator) {
          addTarget(link, outside);
        }
      }
    }
    return outside;
  }

  private void addTarget(Path link, Map<String, Path> outside) throws IOException {
    Path target = Files.readSymbolicLink(link);
    Path inGuest = Path.of(GUEST_HOME).resolve(home.relativize(link)).resolveSibling(target);
    String path = inGuest.normalize().toString();
    if (!path.startsWith(GUEST_HOME + "/") && !path.endsWith(SOURCES) && Files.isReadable(link)) {
      outside.put(path, link.toRealPath());
    }
  }

  /** Text that changes when the runtime does. */
  String identity() throws IOException {
    StringBuilder identity = new StringBuilder(home.toString()).append('\n').append(release);
    identity.append(stamp(home.resolve("lib/server/libjvm.so")));
    identity.append(stamp(home.resolve("lib/modules")));
    for (Path file : outside().values()) {
      identity.append(stamp(file));
    }
    return identity.toString();
  }

  /** The path, the size and the time of a file of this machine, or that it is missing. */
  static String stamp(Path file) throws IOException {
    if (!Files.exists(file)) {
      return file + " is missing\n";
    }
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return file + " " + found.size() + " " + found.lastModifiedTime().toMillis() + "\n";
  }
}
