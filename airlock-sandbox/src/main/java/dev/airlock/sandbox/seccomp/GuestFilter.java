package dev.airlock.sandbox.seccomp;

/**
 * What a guest that shares the host's kernel may ask of it: what a JVM needs, and nothing else.
 *
 * <p>Any other call fails with {@code EPERM}. A call of another architecture ends the guest, since
 * its numbers mean something else. The filter keeps three further promises, each of which a limit
 * of the guest relies on:
 *
 * <ul>
 *   <li>A guest has one process. It may start threads and nothing that has memory of its own, so a
 *       limit on the memory of a process limits the guest.
 *   <li>Memory is private or in a file. Shared anonymous memory, stacks that grow, {@code
 *       memfd_create} and System V memory would not count against that limit.
 *   <li>There are no sockets, except pairs of connected local ones that Java's file channels make.
 * </ul>
 */
public final class GuestFilter {
  static final int ALLOW = 0x7fff0000;
  static final int KILL_PROCESS = 0x80000000;
  private static final int ERROR = 0x00050000;
  static final int PERMISSION_DENIED = ERROR | 1;
  static final int NO_SUCH_CALL = ERROR | 38;
  static final int NO_SUCH_FAMILY = ERROR | 97;

  /** Calls of the 32-bit ABI of x86-64 carry this bit and come with the 64-bit architecture. */
  private static final int X32_BIT = 0x40000000;

  /** Every CLONE_NEW* flag that clone takes. */
  private static final int NEW_NAMESPACE_FLAGS = 0x7e020000;

  private static final int CLONE_THREAD = 0x00010000;
  private static final int MAP_SHARED_ANONYMOUS = 0x21;
  private static final int MAP_GROWSDOWN = 0x100;
  private static final int AF_UNIX = 1;

  /** FIONREAD, TCGETS, FIOCLEX, FIONCLEX. */
  private static final int[] IOCTL_REQUESTS = {0x541b, 0x5401, 0x5451, 0x5450};

  /** Dumpable, name of the thread and no-new-privileges: a getter and a setter each. */
  private static final int[] PRCTL_OPTIONS = {3, 4, 15, 16, 38, 39};

  private GuestFilter() {}

  /** The filter as the kernel takes it, an array of {@code struct sock_filter}. */
  public static byte[] forArchitecture(Architecture architecture) {
    Program filter = new Program();
    filter.load(Program.ARCHITECTURE_OFFSET);
    filter.resultUnlessEqual(architecture.auditNumber(), KILL_PROCESS);
    filter.load(Program.NUMBER_OFFSET);
    if (architecture == Architecture.X86_64) {
      filter.resultIfAtLeast(X32_BIT, KILL_PROCESS);
    }
    for (SystemCall call : SystemCall.values()) {
      int number = call.number(architecture);
      if (number != SystemCall.ABSENT) {
        filter.ifEqual(number, rule(call));
      }
    }
    return filter.result(PERMISSION_DENIED).bytes();
  }

  private static Program rule(SystemCall call) {
    return switch (call) {
      case CLONE -> onlyThreads();
      case CLONE3 -> new Program().result(NO_SUCH_CALL); // So that glibc falls back to clone.
      case SOCKET -> new Program().result(NO_SUCH_FAMILY);
      case SOCKETPAIR -> onlyThese(0, AF_UNIX);
      case IOCTL -> onlyThese(1, IOCTL_REQUESTS);
      case PRCTL -> onlyThese(0, PRCTL_OPTIONS);
      case MMAP -> onlyCountedMemory();
      default -> new Program().result(ALLOW);
    };
  }

  private static Program onlyThreads() {
    return new Program()
        .load(Program.argumentOffset(0))
        .keep(NEW_NAMESPACE_FLAGS | CLONE_THREAD)
        .resultIfEqual(CLONE_THREAD, ALLOW)
        .result(PERMISSION_DENIED);
  }

  private static Program onlyCountedMemory() {
    return new Program()
        .load(Program.argumentOffset(3))
        .keep(MAP_SHARED_ANONYMOUS)
        .resultIfEqual(MAP_SHARED_ANONYMOUS, PERMISSION_DENIED)
        .load(Program.argumentOffset(3))
        .keep(MAP_GROWSDOWN)
        .resultIfEqual(MAP_GROWSDOWN, PERMISSION_DENIED)
        .result(ALLOW);
  }

  private static Program onlyThese(int argument, int... values) {
    Program rule = new Program().load(Program.argumentOffset(argument));
    for (int value : values) {
      rule.resultIfEqual(value, ALLOW);
    }
    return rule.result(PERMISSION_DENIED);
  }
}
