package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.image.CacheDirectory;
import dev.airlock.sandbox.image.GuestImage;
import dev.airlock.sandbox.image.GuestJdk;
import dev.airlock.sandbox.image.GuestProgram;
import dev.airlock.sandbox.seccomp.Architecture;
import dev.airlock.sandbox.seccomp.GuestFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What is prepared once on a machine and used by each start.
 *
 * @param cache where it lies
 * @param image the guest's file system
 * @param filter the file with the system call filter
 */
record Equipment(CacheDirectory cache, GuestImage image, Path filter) {
  /**
   * Finds it, or makes it. Blocks, the first time on a machine, for about a second.
   *
   * @throws SandboxStartException if this is not a machine for guests, or the cache cannot be used
   */
  static Equipment prepare(Path cacheDirectory, Path javaHome, GuestProgram program)
      throws SandboxStartException {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      throw new SandboxStartException(
          "Bubblewrap needs Linux and this is " + System.getProperty("os.name") + ".",
          "Use another provider",
          null);
    }
    Architecture architecture =
        Architecture.current()
            .orElseThrow(
                () ->
                    new SandboxStartException(
                        "There is no system call filter for " + System.getProperty("os.arch") + ".",
                        "Use x86-64 or AArch64, or another provider",
                        null));
    CacheDirectory cache = CacheDirectory.at(cacheDirectory);
    GuestImage image = GuestImage.prepare(cache, GuestJdk.at(javaHome), program.jar());
    return new Equipment(cache, image, filter(cache, architecture));
  }

  private static Path filter(CacheDirectory cache, Architecture architecture)
      throws SandboxStartException {
    byte[] filter = GuestFilter.forArchitecture(architecture);
    String name = String.format("filter-%08x-%d.bpf", Arrays.hashCode(filter), filter.length);
    try {
      return cache.file(name, filter);
    } catch (IOException e) {
      throw new SandboxStartException(
          "The system call filter could not be written: " + e,
          "Choose another airlock.cache-dir",
          e);
    }
  }

  /** Whether it is all still there: caches get cleaned. */
  boolean isComplete() {
    return Files.isDirectory(image.root()) && Files.isRegularFile(filter);
  }
}
