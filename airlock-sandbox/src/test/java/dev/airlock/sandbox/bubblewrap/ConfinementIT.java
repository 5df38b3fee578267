package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.Network;
import dev.airlock.sandbox.GuestTalk;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.image.GuestJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds a guest, seen from the host and tried from within. */
@Timeout(60)
class ConfinementIT {
  private static final int EPERM = 1;
  private static final int ENOMEM = 12;
  private static final int ENOSYS = 38;
  private static final int EAFNOSUPPORT = 97;

  private Sandbox sandbox;
  private GuestTalk talk;

  @BeforeEach
  void start() throws Exception {
    Limits limits = new Limits(128L << 20, 1.0, 64, 16L << 20);
    sandbox = ItFixture.provider().start(new SandboxSpec(limits, Network.NONE));
    talk = new GuestTalk(sandbox);
    assertThat(talk.ask("echo up")).isEqualTo("up");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void theKernelSeesAFilteredProcessWithoutPrivileges() throws Exception {
    Map<String, String> status =
        Files.readAllLines(guest().resolve("status")).stream()
            .map(line -> line.split(":\\s+", 2))
            .filter(parts -> parts.length == 2)
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    assertThat(status).containsEntry("NoNewPrivs", "1").containsEntry("Seccomp", "2");
    for (String set : List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")) {
      assertThat(status).containsEntry(set, "0000000000000000");
    }
    assertThat(status.get("Uid")).doesNotStartWith("0\t").doesNotContain("\t0");
    assertThat(status.get("Groups").strip()).isIn("", "65534");
  }

  @Test
  void theGuestHasNamespacesOfItsOwn() throws Exception {
    for (String kind : List.of("user", "pid", "net", "mnt", "ipc", "uts", "cgroup")) {
      assertThat(Files.readSymbolicLink(guest().resolve("ns").resolve(kind)))
          .as(kind)
          .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns").resolve(kind)));
    }
  }

  @Test
  void theGuestInheritsItsChannelAndNothingElse() throws Exception {
    try (Stream<Path> descriptors = Files.list(guest().resolve("fd"))) {
      Map<Integer, String> open =
          descriptors.collect(
              Collectors.toMap(
                  fd -> Integer.parseInt(fd.getFileName().toString()), ConfinementIT::target));
      assertThat(open).containsEntry(0, "/dev/null");
      assertThat(open.get(1)).startsWith("pipe:").isEqualTo(open.get(2));
      assertThat(open.get(3)).startsWith("pipe:").isNotEqualTo(open.get(4));
      assertThat(open.get(4)).startsWith("pipe:");
      open.keySet().removeIf(fd -> fd <= 4);
      // What the JVM itself opened.
      assertThat(open.values()).allMatch(file -> file.matches(".*/(modules|shim\\.jar)"));
    }
  }

  @Test
  void bubblewrapKeepsNoEndOfTheChannelOpen() throws Exception {
    Path init = guestHandle().parent().map(p -> Path.of("/proc", p.pid() + "", "fd")).orElseThrow();
    try (Stream<Path> descriptors = Files.list(init)) {
      assertThat(descriptors.map(fd -> fd.getFileName().toString())).doesNotContain("3", "4", "9");
    }
  }

  @Test
  void theKernelEnforcesTheLimits() throws Exception {
    String limits = Files.readString(guest().resolve("limits")).replaceAll(" +", " ");
    long data = MemorySplit.of(new Limits(128L << 20, 1.0, 64, 16L << 20)).data();
    assertThat(limits)
        .contains("Max data size " + data + " " + data)
        .contains("Max file size 16777216 16777216")
        .contains("Max processes 64 64")
        .contains("Max core file size 0 0")
        .contains("Max open files 1024 1024")
        .contains("Max msgqueue size 0 0");
  }

  @Test
  void noProcessCanBeStarted() throws Exception {
    assertThat(talk.ask("process /usr/bin/prlimit")).contains("java.io.IOException");
    assertThat(talk.ask("process /jdk/bin/java")).contains("java.io.IOException");
  }

  @Test
  void theGuestSeesWhatItWasGiven() throws Exception {
    assertThat(talk.ask("list /"))
        .as("besides these only what links of the runtime lead to")
        .startsWith("airlock dev etc jdk lib ")
        .doesNotContain("boot", "home", "mnt", "opt", "proc", "root", "run", "sys", "var");
    assertThat(talk.ask("list /dev")).isEqualTo("null random urandom");
    assertThat(talk.ask("list /etc")).doesNotContain("shadow");
    assertThat(talk.ask("list /airlock/exchange")).isEmpty();
    assertThat(talk.ask("property user.name")).isEqualTo("airlock");
    assertThat(talk.ask("property sun.jnu.encoding")).isEqualTo("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "io_uring_setup, 425 1 0, " + EPERM,
    "keyctl, 250 0 -1 0, " + EPERM,
    "ptrace, 101 0 0 0, " + EPERM,
    "unshare of a user namespace, 272 0x10000000, " + EPERM,
    "setns, 308 0 0, " + EPERM,
    "clone of a process, 56 17 0 0 0 0, " + EPERM,
    "fork, 57, " + EPERM,
    "clone3, 435 0 0, " + ENOSYS,
    "mount, 165 0 0 0 0 0, " + EPERM,
    "chroot, 161 0, " + EPERM,
    "bpf, 321 0 0 0, " + EPERM,
    "userfaultfd, 323 0, " + EPERM,
    "perf_event_open, 298 0 0 0 0 0, " + EPERM,
    "process_vm_readv, 310 1 0 0 0 0, " + EPERM,
    "memfd_create, 319 0 0, " + EPERM,
    "shared anonymous memory, 9 0 4096 3 0x21 -1, " + EPERM,
    "shmget, 29 0 4096 0x200, " + EPERM,
    "memory that poses as a stack, 9 0 4096 3 0x122 -1, " + EPERM,
    "32 gibibytes of addresses, 9 0 0x800000000 0 0x22 -1, " + ENOMEM,
    "a gibibyte of private memory, 9 0 0x40000000 3 0x22 -1, " + ENOMEM,
    "a vsock socket, 41 40 1 0, " + EAFNOSUPPORT,
    "a packet socket, 41 17 3 0, " + EAFNOSUPPORT,
    "a netlink socket, 41 16 3 0, " + EAFNOSUPPORT,
    "typing into a terminal, 16 0 0x5412 0, " + EPERM,
    "getpid, 39, 0"
  })
  void systemCallsAreFiltered(String name, String call, int error) throws Exception {
    Assumptions.assumeTrue(
        GuestJdk.at(ItFixture.javaHome()).feature() >= 22, "Needs the foreign function API.");
    Assumptions.assumeTrue(
        System.getProperty("os.arch").equals("amd64"), "The numbers are those of x86-64.");
    assertThat(talk.ask("system-call " + call)).as(name).isEqualTo(Integer.toString(error));
  }

  private Path guest() {
    return Path.of("/proc", Long.toString(guestHandle().pid()));
  }

  /** The guest's JVM as the host sees it: the only one of the descendants without children. */
  private ProcessHandle guestHandle() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.children().findAny().isEmpty())
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
