package dev.airlock;

/**
 * How strongly a sandbox keeps a guest from the host, weakest first.
 *
 * <p>The order of the constants is the order of strength, so {@code compareTo} compares isolation.
 * {@link #DEFAULT} asks for whatever the configuration's minimum is and is never the isolation of a
 * running sandbox.
 */
public enum Isolation {
  /** Whatever {@code airlock.isolation.minimum} asks for. */
  DEFAULT,

  /**
   * Linux namespaces, no capabilities and a system call filter around an ordinary process. The
   * guest shares the host's kernel: a kernel bug that the filter lets through is an escape.
   */
  NAMESPACES,

  /** A kernel in user space (gVisor) that answers the guest's system calls itself. */
  USERSPACE_KERNEL,

  /** A virtual machine with a kernel of its own (Firecracker at E2B, QEMU's microvm locally). */
  MICROVM
}
