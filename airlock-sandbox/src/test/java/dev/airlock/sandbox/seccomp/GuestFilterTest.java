package dev.airlock.sandbox.seccomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestFilterTest {
  private static final Set<SystemCall> RULED =
      EnumSet.of(
          SystemCall.CLONE,
          SystemCall.CLONE3,
          SystemCall.SOCKET,
          SystemCall.SOCKETPAIR,
          SystemCall.IOCTL,
          SystemCall.PRCTL);

  /** What pthread_create asks for. */
  private static final long THREAD = 0x3d0f00;

  /** Calls by which guests got out of other sandboxes, or around limits, on x86-64. */
  private static final Map<String, Integer> DANGEROUS =
      Map.ofEntries(
          Map.entry("fork", 57),
          Map.entry("vfork", 58),
          Map.entry("ptrace", 101),
          Map.entry("mount", 165),
          Map.entry("pivot_root", 155),
          Map.entry("chroot", 161),
          Map.entry("unshare", 272),
          Map.entry("setns", 308),
          Map.entry("keyctl", 250),
          Map.entry("add_key", 248),
          Map.entry("bpf", 321),
          Map.entry("userfaultfd", 323),
          Map.entry("perf_event_open", 298),
          Map.entry("io_uring_setup", 425),
          Map.entry("process_vm_readv", 310),
          Map.entry("pidfd_getfd", 438),
          Map.entry("open_by_handle_at", 304),
          Map.entry("memfd_create", 319),
          Map.entry("shmget", 29),
          Map.entry("mq_open", 240),
          Map.entry("personality", 135),
          Map.entry("setrlimit", 160),
          Map.entry("connect", 42),
          Map.entry("bind", 49),
          Map.entry("accept4", 288),
          Map.entry("setuid", 105),
          Map.entry("mknod", 133),
          Map.entry("seccomp", 317),
          Map.entry("splice", 275),
          Map.entry("vmsplice", 278),
          Map.entry("execveat", 322));

  @ParameterizedTest
  @EnumSource
  void everyCallOfTheTableIsAllowedUnlessARuleLooksAtIt(Architecture architecture) {
    for (SystemCall call : EnumSet.complementOf(EnumSet.copyOf(RULED))) {
      int number = call.number(architecture);
      if (number != SystemCall.ABSENT) {
        assertThat(decide(architecture, number)).as(call.name()).isEqualTo(GuestFilter.ALLOW);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCallThatIsNotInTheTableIsRefused(Architecture architecture) {
    Set<Integer> known =
        Arrays.stream(SystemCall.values())
            .map(call -> call.number(architecture))
            .collect(Collectors.toSet());
    for (int number = 0; number < 1024; number++) {
      if (!known.contains(number)) {
        assertThat(decide(architecture, number))
            .as("call %d", number)
            .isEqualTo(GuestFilter.PERMISSION_DENIED);
      }
    }
    assertThat(decide(architecture, -1)).isNotEqualTo(GuestFilter.ALLOW);
  }

  @Test
  void theCallsThatSandboxesWereLeftByAreRefused() {
    DANGEROUS.forEach(
        (name, number) ->
            assertThat(decide(Architecture.X86_64, number, THREAD))
                .as(name)
                .isEqualTo(GuestFilter.PERMISSION_DENIED));
  }

  @ParameterizedTest
  @EnumSource
  void noTwoNamesHaveOneNumber(Architecture architecture) {
    assertThat(
            Arrays.stream(SystemCall.values())
                .map(call -> call.number(architecture))
                .filter(number -> number != SystemCall.ABSENT))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aCallOfAnotherArchitectureEndsTheGuest(Architecture architecture) {
    FilterInterpreter filter = new FilterInterpreter(GuestFilter.forArchitecture(architecture));
    int i386 = 0x40000003;
    assertThat(filter.run(i386, SystemCall.READ.number(architecture)))
        .isEqualTo(GuestFilter.KILL_PROCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40000000, 0x40000001, 0x400001ff, 0x7fffffff})
  void aCallOfTheX32AbiEndsTheGuest(int number) {
    assertThat(decide(Architecture.X86_64, number)).isEqualTo(GuestFilter.KILL_PROCESS);
  }

  @ParameterizedTest
  @EnumSource
  void onlyThreadsWithoutNamespacesCanBeCloned(Architecture architecture) {
    int clone = SystemCall.CLONE.number(architecture);
    assertThat(decide(architecture, clone, THREAD)).isEqualTo(GuestFilter.ALLOW);
    assertThat(decide(architecture, clone, 17)).isEqualTo(GuestFilter.PERMISSION_DENIED);
    for (int bit : new int[] {17, 25, 26, 27, 28, 29, 30}) {
      assertThat(decide(architecture, clone, THREAD | 1L << bit))
          .as("bit %d", bit)
          .isEqualTo(GuestFilter.PERMISSION_DENIED);
    }
    assertThat(decide(architecture, SystemCall.CLONE3.number(architecture), THREAD))
        .isEqualTo(GuestFilter.NO_SUCH_CALL);
  }

  @ParameterizedTest
  @EnumSource
  void onlyMemoryThatCountsAgainstTheLimitCanBeMapped(Architecture architecture) {
    int mmap = SystemCall.MMAP.number(architecture);
    long shared = 1;
    long isPrivate = 2;
    long anonymous = 0x20;
    assertThat(decide(architecture, mmap, 0, 4096, 3, isPrivate | anonymous))
        .isEqualTo(GuestFilter.ALLOW);
    assertThat(decide(architecture, mmap, 0, 4096, 3, shared)).isEqualTo(GuestFilter.ALLOW);
    assertThat(decide(architecture, mmap, 0, 4096, 3, shared | anonymous))
        .isEqualTo(GuestFilter.PERMISSION_DENIED);
    assertThat(decide(architecture, mmap, 0, 4096, 3, isPrivate | anonymous | 0x20000))
        .as("the stack of a thread")
        .isEqualTo(GuestFilter.ALLOW);
    assertThat(decide(architecture, mmap, 0, 4096, 3, isPrivate | anonymous | 0x100))
        .as("a stack that grows")
        .isEqualTo(GuestFilter.PERMISSION_DENIED);
    assertThat(decide(architecture, mmap, 0, 4096, 3, 3 | anonymous | 0x4000))
        .isEqualTo(GuestFilter.PERMISSION_DENIED);
  }

  @ParameterizedTest
  @EnumSource
  void theOnlySocketsArePairsOfLocalOnes(Architecture architecture) {
    int socket = SystemCall.SOCKET.number(architecture);
    int pair = SystemCall.SOCKETPAIR.number(architecture);
    for (int family = 0; family < 50; family++) {
      assertThat(decide(architecture, socket, family)).isEqualTo(GuestFilter.NO_SUCH_FAMILY);
      assertThat(decide(architecture, pair, family))
          .isEqualTo(family == 1 ? GuestFilter.ALLOW : GuestFilter.PERMISSION_DENIED);
    }
  }

  @ParameterizedTest
  @CsvSource({"0x541b,true", "0x5401,true", "0x5412,false", "0x541c,false", "0x5421,false"})
  void deviceRequestsAreListed(String request, boolean allowed) {
    int ioctl = SystemCall.IOCTL.number(Architecture.X86_64);
    assertThat(decide(Architecture.X86_64, ioctl, 0, Long.decode(request)))
        .isEqualTo(allowed ? GuestFilter.ALLOW : GuestFilter.PERMISSION_DENIED);
  }

  @ParameterizedTest
  @CsvSource({"15,true", "16,true", "38,true", "1,false", "8,false", "22,false", "24,false"})
  void processOptionsAreListed(int option, boolean allowed) {
    int prctl = SystemCall.PRCTL.number(Architecture.X86_64);
    assertThat(decide(Architecture.X86_64, prctl, option))
        .isEqualTo(allowed ? GuestFilter.ALLOW : GuestFilter.PERMISSION_DENIED);
  }

  @ParameterizedTest
  @EnumSource
  void theKernelTakesAtMost4096Instructions(Architecture architecture) {
    assertThat(GuestFilter.forArchitecture(architecture).length / 8).isBetween(200, 4096);
  }

  @ParameterizedTest
  @CsvSource({"amd64,X86_64", "x86_64,X86_64", "aarch64,AARCH64", "riscv64,", "i386,"})
  void architecturesAreKnownByTheNamesThatJavaHasForThem(String name, Architecture expected) {
    assertThat(Architecture.named(name).orElse(null)).isEqualTo(expected);
  }

  private static int decide(Architecture architecture, int number, long... arguments) {
    return new FilterInterpreter(GuestFilter.forArchitecture(architecture))
        .run(architecture.auditNumber(), number, arguments);
  }
}
