package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.Limits;

/**
 * How the memory of a guest is shared out, in bytes.
 *
 * <p>The JVM keeps to the first four on its own, which gives good error messages; hostile code can
 * get around them. The kernel keeps the guest to the last two, whatever it does.
 *
 * @param heap six tenths of the limit
 * @param metaspace a quarter, at least 24 MiB and at most 256 MiB
 * @param direct an eighth
 * @param code an eighth, at least 16 MiB and at most 64 MiB: compiled code
 * @param data all writable private memory: the limit, 64 MiB for the JVM itself, and a stack of 1
 *     MiB for each thread, which counts in full although little of it is ever touched
 * @param address addresses, used or not: 4 GiB more, of which the JVM reserves 1 for classes and
 *     the C library 64 MiB for most threads. Without it the kernel's tables for addresses that hold
 *     nothing could grow without end
 */
record MemorySplit(long heap, long metaspace, long direct, long code, long data, long address) {
  static final long MIB = 1024L * 1024;
  private static final long JVM_ITSELF = 64 * MIB;
  private static final long STACK = MIB;
  private static final long RESERVED = 4096 * MIB;

  static MemorySplit of(Limits limits) {
    long memory = limits.memoryBytes();
    long data = memory + JVM_ITSELF + limits.pids() * STACK;
    return new MemorySplit(
        memory / 10 * 6,
        between(24 * MIB, memory / 4, 256 * MIB),
        memory / 8,
        between(16 * MIB, memory / 8, 64 * MIB),
        data,
        data + RESERVED);
  }

  private static long between(long least, long wanted, long most) {
    return Math.max(least, Math.min(wanted, most));
  }
}
