package dev.airlock.sandbox.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copying and deleting trees of files. What is copied can be read by every user. */
final class FileTree {
  private FileTree() {}

  /** Copies a file, or a directory with all in it. Follows links; skips what cannot be read. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> found = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      for (Path source : (Iterable<Path>) found::iterator) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          makeDirectory(target);
        } else if (Files.isReadable(source)) {
          copyFile(source, target);
        }
      }
    }
  }

  private static void copyFile(Path source, Path target) throws IOException {
    Path directory = target.getParent();
    if (directory != null) {
      makeDirectory(directory);
    }
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.copy(source, target);
      String permissions = Files.isExecutable(source) ? "r-xr-xr-x" : "r--r--r--";
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
      settle(target);
    }
  }

  /**
   * Makes sure that a file survives a power cut whole: a JVM or a loader that meets half of one
   * crashes.
   */
  static void settle(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes a small text file. */
  static void write(Path file, String text) throws IOException {
    Path directory = file.getParent();
    if (directory != null) {
      makeDirectory(directory);
    }
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file into a directory that is there. */
  static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    settle(file);
  }

  /** Makes a directory and those above it. */
  static void makeDirectory(Path directory) throws IOException {
    Path above = directory.getParent();
    if (!Files.isDirectory(directory)) {
      if (above != null) {
        makeDirectory(above);
      }
      Files.createDirectory(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Deletes a tree if it is there. Links are deleted, not followed. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> found = Files.walk(tree)) {
      for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
