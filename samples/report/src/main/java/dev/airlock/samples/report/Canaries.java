package dev.airlock.samples.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Things of the host that nothing in a sandbox may read, change or reach, and the check that
 * nothing has.
 *
 * <p>There are secrets (in files, the environment, a system property, the class path), files and
 * directories that must stay as they are, a listening socket, and a word that no process of this
 * machine may carry in its command line once a call has ended. Not thread-safe.
 */
public final class Canaries implements AutoCloseable {
  /** The environment variable that a demo is started with. */
  static final String VARIABLE = "DEMO_CANARY";

  /** The system property that a demo is started with. */
  static final String PROPERTY = "demo.canary";

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final List<WatchedFiles> watched = new ArrayList<>();
  private final Tripwire tripwire;
  private final Leftovers leftovers;
  private final Path directory;
  private final Path homeFile;

  private Canaries(Path directory, Path homeFile, Tripwire tripwire, Leftovers leftovers) {
    this.directory = directory;
    this.homeFile = homeFile;
    this.tripwire = tripwire;
    this.leftovers = leftovers;
  }

  /**
   * Sets the canaries for a program: in the user's home if it can be written to, in the temporary
   * directory, on the class path and in the environment.
   *
   * @param program its class; the archive that holds it must stay as it is, and the value in the
   *     {@code application.properties} beside it must not be seen
   * @throws IOException if a file or the socket cannot be made, or a resource is missing
   */
  public static Canaries setFor(Class<?> program) throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    return set(home, applicationSecret(program), List.of(archiveOf(program)));
  }

  /**
   * Sets canaries.
   *
   * @param home where the user's files are; gets one file, which {@link #close} deletes. If it is
   *     not writable, the file is in the temporary directory instead
   * @param resource the text of a resource on the class path that holds a secret
   * @param programs files that must not change, as the sample's own archive
   * @throws IOException if a file or the socket cannot be made
   */
  static Canaries set(Path home, String resource, List<Path> programs) throws IOException {
    Path directory = Files.createTempDirectory("airlock-demo-");
    // A program that runs as a service often has a home that it cannot write to, or none.
    Path place = Files.isWritable(home) ? home : directory;
    Path homeFile = Files.createTempFile(place, ".airlock-demo-", ".canary");
    String word = "canary-" + UUID.randomUUID();
    Canaries canaries = new Canaries(directory, homeFile, Tripwire.listen(), new Leftovers(word));
    canaries.addFile("a file in the temporary directory", directory.resolve("secret.txt"));
    canaries.addFile("a file in the home directory", homeFile);
    canaries.addSecret("the class path", resource.strip());
    canaries.addSecret("the environment", System.getenv(VARIABLE));
    canaries.addSecret("a system property", System.getProperty(PROPERTY));
    Path accounts = Path.of("/etc/passwd");
    if (Files.isReadable(accounts)) {
      canaries.addSecret("/etc/passwd", Files.readString(accounts).strip());
    }
    canaries.watched.add(WatchedFiles.of(List.of(directory, homeFile)));
    canaries.watched.add(WatchedFiles.of(programs));
    return canaries;
  }

  /** Everything an attacker could wish to know, so that a failed attack failed at the sandbox. */
  public Map<String, String> knownToAttackers() {
    return Map.of(
        "watchedDirectory", directory.toString(),
        "secretFile", directory.resolve("secret.txt").toString(),
        "homeFile", homeFile.toString(),
        "hostPort", Integer.toString(tripwire.port()),
        "hostPid", Long.toString(ProcessHandle.current().pid()),
        "marker", leftovers.word());
  }

  /**
   * What has been touched since the last time, in words; empty if nothing has. Blocks for up to
   * three seconds while processes that a call started are still going.
   *
   * @param text what the call gave back
   */
  List<String> breaches(String text) {
    List<String> found = new ArrayList<>();
    secrets.forEach(
        (place, secret) -> {
          if (text.contains(secret)) {
            found.add("it read the secret in " + place);
          }
        });
    for (WatchedFiles files : watched) {
      found.addAll(files.changes());
    }
    found.addAll(tripwire.visits());
    found.addAll(leftovers.find());
    return found;
  }

  /** Takes the canaries away again. */
  @Override
  public void close() throws IOException {
    tripwire.close();
    Files.deleteIfExists(homeFile);
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The archive that a class was loaded from. */
  public static Path archiveOf(Class<?> program) throws IOException {
    try {
      return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("The archive of " + program.getName() + " has no path.", e);
    }
  }

  private static String applicationSecret(Class<?> program) throws IOException {
    try (InputStream in = program.getResourceAsStream("/application.properties")) {
      if (in == null) {
        throw new IOException("The class path lacks application.properties.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.lastIndexOf('=') + 1);
    }
  }

  private void addFile(String place, Path file) throws IOException {
    String secret = UUID.randomUUID().toString();
    Files.writeString(file, secret);
    secrets.put(place, secret);
  }

  private void addSecret(String place, @Nullable String secret) {
    if (secret != null && !secret.isEmpty()) {
      secrets.put(place, secret);
    }
  }
}
