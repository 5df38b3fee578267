package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of a guest's JVM. None of them is a boundary: the guest can undo them all. They make
 * it small, quick to start, and clear about why it ended.
 *
 * <p>The optimising compiler stays on: without it a guest is ready some 5 to 10 ms earlier and 1 to
 * 3 MiB smaller, but a body that computes for long runs at a fraction of its speed. The heap starts
 * small, or it would start at a 64th of the host's memory.
 */
final class JvmOptions {
  /** What the shim needs of the JDK's internals: its channel is a pair of plain descriptors. */
  static final List<String> SHIM_ACCESS = List.of("--add-opens=java.base/java.io=ALL-UNNAMED");

  private static final List<String> FIXED =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:ErrorFile=/tmp/hs_err.log",
          "-Xms16m",
          "-Xss1m",
          "-Djava.awt.headless=true",
          "-Djava.io.tmpdir=/tmp",
          "-Dfile.encoding=UTF-8");

  private JvmOptions() {}

  /** Changes with the options that an archive of loaded classes depends on. */
  static String fingerprint() {
    return String.format("%08x", FIXED.hashCode());
  }

  /**
   * The options for a guest.
   *
   * @param feature the first number of the JVM's version
   * @param archive an archive of loaded classes, as the guest sees it
   */
  static List<String> of(Limits limits, int feature, Optional<String> archive) {
    MemorySplit memory = MemorySplit.of(limits);
    List<String> options = new ArrayList<>(FIXED);
    options.add("-Xmx" + memory.heap());
    options.add("-XX:MaxMetaspaceSize=" + memory.metaspace());
    options.add("-XX:MaxDirectMemorySize=" + memory.direct());
    options.add("-XX:ReservedCodeCacheSize=" + memory.code());
    options.add("-XX:ActiveProcessorCount=" + Math.max(1, (int) Math.ceil(limits.cpus())));
    archive.ifPresent(path -> options.add(new ArchiveOptions(feature).toUse(path)));
    if (feature >= 23) {
      // The codec's reader uses it; without this the JVM prints a warning into the diagnostics.
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    options.addAll(SHIM_ACCESS);
    return options;
  }
}
