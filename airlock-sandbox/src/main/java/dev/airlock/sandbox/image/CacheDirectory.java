package dev.airlock.sandbox.image;

import dev.airlock.sandbox.SandboxStartException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A directory for what takes time to make and can be made again. Everything in it is named by what
 * it is made of, appears complete or not at all, and is never changed. Thread-safe, also between
 * processes.
 *
 * <p>Guests run what lies here, so nobody but this user may be able to write it. The unprivileged
 * users that guests of root run as have to read it.
 */
public final class CacheDirectory {
  private static final String BUILDING = "building-";

  /** Nothing takes this long to build. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path path;

  private CacheDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes the directory if it is not there, and checks that it is ours alone.
   *
   * @throws SandboxStartException if it cannot be made, is a symbolic link, belongs to someone else
   *     or may be written by someone else
   */
  public static CacheDirectory at(Path path) throws SandboxStartException {
    Path absolute = path.toAbsolutePath();
    try {
      if (!Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        create(absolute);
      }
      check(absolute);
      sweep(absolute);
      return new CacheDirectory(absolute.toRealPath());
    } catch (IOException e) {
      throw new SandboxStartException(
          "The cache directory " + absolute + " cannot be made or read: " + e,
          "Set airlock.cache-dir to a directory that this user may write to",
          e);
    }
  }

  /**
   * Where the cache is if nothing else is said: {@code /var/cache/airlock} for root, else {@code
   * airlock} in {@code $XDG_CACHE_HOME} or {@code ~/.cache}.
   */
  public static Path standardPath() {
    return standardPath(
        System.getenv(), System.getProperty("user.name", ""), System.getProperty("user.home", ""));
  }

  static Path standardPath(Map<String, String> environment, String user, String home) {
    if (user.equals("root")) {
      return Path.of("/var/cache/airlock");
    }
    @Nullable String configured = environment.get("XDG_CACHE_HOME");
    if (configured != null && configured.startsWith("/")) {
      return Path.of(configured, "airlock");
    }
    // Java says "?" of a user that has no account, as in containers that get a number for a user.
    String known = home.startsWith("/") ? home : environment.getOrDefault("HOME", "/");
    return Path.of(known, ".cache", "airlock");
  }

  /** A way to make one entry of the cache. */
  @FunctionalInterface
  interface Maker {
    /** Fills an empty directory that nobody else knows. */
    void fill(Path directory) throws IOException, SandboxStartException;
  }

  /** The directory of that name, made if it is not there. */
  Path directory(String name, Maker maker) throws IOException, SandboxStartException {
    Path finished = path.resolve(name);
    if (Files.isDirectory(finished, LinkOption.NOFOLLOW_LINKS)) {
      return finished;
    }
    Path building = path.resolve(BUILDING + UUID.randomUUID());
    Files.createDirectory(building);
    Files.setPosixFilePermissions(building, PERMISSIONS);
    try {
      maker.fill(building);
      Files.move(building, finished, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(finished, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      // Another process was quicker, and made the same.
    } finally {
      FileTree.delete(building);
    }
    return finished;
  }

  /**
   * The file of that name, made if it is not there.
   *
   * @param content what is in it; the name has to say which content that is
   */
  public Path file(String name, byte[] content) throws IOException {
    Path finished = path.resolve(name);
    if (!Files.isRegularFile(finished, LinkOption.NOFOLLOW_LINKS)) {
      Path building = path.resolve(BUILDING + UUID.randomUUID());
      FileTree.write(building, content);
      Files.move(building, finished, StandardCopyOption.ATOMIC_MOVE);
    }
    return finished;
  }

  /** A new directory for something unfinished, on the same file system as the cache. */
  public Path workDirectory() throws IOException {
    return Files.createDirectory(path.resolve(BUILDING + UUID.randomUUID()));
  }

  /**
   * Deletes what hosts that ended in the middle left half-built; what is young may be in the
   * making.
   */
  private static void sweep(Path directory) throws IOException {
    Instant old = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, BUILDING + "*")) {
      for (Path building : found) {
        if (Files.getLastModifiedTime(building, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(old)) {
          FileTree.delete(building);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process was quicker to delete it, or has just finished it.
    }
  }

  private static void create(Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PERMISSIONS));
      // Again, because a strict umask takes away what guests of root need.
      Files.setPosixFilePermissions(directory, PERMISSIONS);
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker. The check that follows holds for its directory too.
    }
  }

  private static void check(Path directory) throws IOException, SandboxStartException {
    Map<String, Object> found =
        Files.readAttributes(directory, "unix:isDirectory,uid,mode", LinkOption.NOFOLLOW_LINKS);
    if (!Boolean.TRUE.equals(found.get("isDirectory"))) {
      throw refused(directory, "is not a directory (a symbolic link is not followed)");
    }
    int owner = (Integer) found.getOrDefault("uid", -1);
    int us = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (owner != us) {
      throw refused(directory, "belongs to user " + owner + " and this process is user " + us);
    }
    int mode = (Integer) found.getOrDefault("mode", 0);
    if ((mode & 0022) != 0) {
      throw refused(
          directory, "may be written by others (mode " + Integer.toOctalString(mode & 07777) + ")");
    }
  }

  private static SandboxStartException refused(Path directory, String why) {
    return new SandboxStartException(
        "The cache directory " + directory + " " + why + ", so what lies in it is not trusted.",
        remedy(directory),
        null);
  }

  private static String remedy(Path directory) {
    return "Give Airlock a directory of its own with airlock.cache-dir, or remove " + directory;
  }
}
