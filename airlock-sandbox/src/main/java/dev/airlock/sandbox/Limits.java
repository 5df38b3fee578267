package dev.airlock.sandbox;

/**
 * What a guest may use at most. A provider enforces memory, pids and disk or refuses to start. It
 * enforces processors where the host lets it (a virtual machine, a control group), and else tells
 * the guest's JVM to count on no more; its documentation says which.
 *
 * @param memoryBytes the guest's heap and everything beside it that it can grow, at least 64 MiB
 * @param cpus processors, greater than 0
 * @param pids processes and threads together, at least 32
 * @param diskBytes bytes in files, which live in memory
 */
public record Limits(long memoryBytes, double cpus, int pids, long diskBytes) {
  private static final long MIB = 1024L * 1024;

  /** Enough for a script or a document: 512 MiB, one processor, 128 threads, 64 MiB of files. */
  public static final Limits DEFAULT = new Limits(512 * MIB, 1.0, 128, 64 * MIB);
}
