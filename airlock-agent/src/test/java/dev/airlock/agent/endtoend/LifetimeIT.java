package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.AgentHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a host's sandboxes when the host is gone: nothing. */
class LifetimeIT {
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  @TempDir Path directory;
  private HostProgram program;
  private Path temporary;

  /** In the command line of each bubblewrap of this host, and of nothing else. */
  private Path cache;

  @BeforeEach
  void compile() throws Exception {
    // The users that guests of root run as have to come through.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    temporary = Files.createDirectories(directory.resolve("temporary"));
    cache = directory.resolve("cache");
    program = HostProgram.compile(directory, "lifetime");
    program.options("-Dairlock.cache-dir=" + cache, "-Djava.io.tmpdir=" + temporary);
  }

  @Test
  void nothingIsLeftOneSecondAfterAKillWithCallsOpen() throws Exception {
    Process host = program.start("200", "stay");
    awaitLine(host, "staying");
    assertThat(Files.readString(program.out())).contains("right = 200", "bodies on the host = 0");
    List<ProcessHandle> descendants = host.descendants().toList();
    assertThat(descendants).hasSizeGreaterThan(4);
    assertThat(ours()).isNotEmpty();

    host.destroyForcibly().waitFor();
    awaitRest(descendants);
    assertThat(running(descendants)).isEmpty();
    assertThat(ours()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftAfterANormalEnd() throws Exception {
    AgentHarness.Run run = program.run("4", "return");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out()).contains("right = 4");
    assertNothingIsLeft();
  }

  @Test
  void nothingIsLeftAfterAnExit() throws Exception {
    AgentHarness.Run run = program.run("4", "exit");
    assertThat(run.exit()).as(run.toString()).isEqualTo(7);
    assertThat(run.err()).doesNotContain("Exception in thread");
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws IOException {
    awaitRest(List.of());
    assertThat(ours()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  /** Waits until nothing runs any more, at most as long as that may take. */
  private void awaitRest(List<ProcessHandle> descendants) throws IOException {
    long end = System.nanoTime() + LONGEST_REST.toNanos();
    while (System.nanoTime() < end && !(running(descendants).isEmpty() && ours().isEmpty())) {
      Thread.onSpinWait();
    }
  }

  private void awaitLine(Process host, String line) throws IOException {
    while (host.isAlive() && Files.readAllLines(program.out()).stream().noneMatch(line::equals)) {
      Thread.onSpinWait();
    }
    assertThat(host.isAlive()).isTrue();
  }

  /** Those that run still. A zombie does not: it waits for its parent to look at it. */
  private static List<ProcessHandle> running(List<ProcessHandle> processes) {
    return processes.stream().filter(process -> !commandLine(process.pid()).isEmpty()).toList();
  }

  /** The processes of our sandboxes whose command line names our cache. */
  private List<String> ours() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      processes
          .map(process -> process.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(name -> commandLine(Long.parseLong(name)))
          .filter(command -> command.contains(cache + "/"))
          .forEach(found::add);
    }
    return found;
  }

  private static String commandLine(long process) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process), "cmdline"));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
