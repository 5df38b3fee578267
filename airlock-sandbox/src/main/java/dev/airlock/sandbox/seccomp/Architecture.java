package dev.airlock.sandbox.seccomp;

import java.util.Optional;

/** A processor architecture whose system call numbers are known here. */
public enum Architecture {
  /** 64-bit x86. */
  X86_64(0xc000003e),
  /** 64-bit ARM. */
  AARCH64(0xc00000b7);

  private final int auditNumber;

  Architecture(int auditNumber) {
    this.auditNumber = auditNumber;
  }

  /** The number that the kernel gives to filters for it. */
  int auditNumber() {
    return auditNumber;
  }

  /** The architecture that this JVM runs on, if it is one of these. */
  public static Optional<Architecture> current() {
    return named(System.getProperty("os.arch", ""));
  }

  static Optional<Architecture> named(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
