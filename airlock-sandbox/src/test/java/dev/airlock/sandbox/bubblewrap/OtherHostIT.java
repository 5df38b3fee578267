package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts in processes of their own: one that is killed, and one that is not root. */
@Timeout(60)
class OtherHostIT {
  private static final String ORDINARY = "65000";

  @Test
  void nothingIsLeftOneSecondAfterAHostIsKilled() throws Exception {
    Process host = start(List.of(), ItFixture.cache(), classPath(), "echo one", "echo two");
    try (BufferedReader out = host.inputReader()) {
      assertThat(linesUntilReady(out)).containsExactly("one", "two");
      List<ProcessHandle> guests = host.descendants().toList();
      // Bubblewrap's two processes and the JVM, for each guest.
      assertThat(guests).hasSize(6);

      host.toHandle().destroyForcibly();

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
      while (guests.stream().anyMatch(OtherHostIT::runs) && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(guests).noneMatch(OtherHostIT::runs);
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  void aHostThatIsNotRootHasTheSameLimits(@TempDir Path directory) throws Exception {
    Assumptions.assumeTrue(
        Files.getAttribute(directory, "unix:uid").equals(0), "Only root can become another user.");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path cache = Files.createDirectory(directory.resolve("cache"));
    Files.setAttribute(cache, "unix:uid", Integer.valueOf(ORDINARY));
    List<String> become =
        List.of("/usr/bin/setpriv", "--reuid", ORDINARY, "--regid", ORDINARY, "--clear-groups");
    Process host =
        start(become, cache, copied(classPath(), directory), "threads", "process /usr/bin/prlimit");
    try (BufferedReader out = host.inputReader()) {
      List<String> answers = linesUntilReady(out);
      assertThat(answers).hasSize(2);
      assertThat(Integer.parseInt(answers.get(0))).isBetween(16, 48);
      assertThat(answers.get(1)).contains("IOException");
    } finally {
      host.destroyForcibly();
    }
  }

  /** Whether a process still runs: one that is dead and that nobody has waited for does not. */
  private static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(
      List<String> become, Path cache, List<Path> classPath, String... commands)
      throws IOException {
    List<String> command = new ArrayList<>(become);
    command.add(ItFixture.javaHome().resolve("bin/java").toString());
    command.add("-cp");
    command.add(String.join(":", classPath.stream().map(Path::toString).toList()));
    command.add(HostProgram.class.getName());
    command.add(cache.toString());
    command.add(ItFixture.javaHome().toString());
    command.addAll(List.of(commands));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> linesUntilReady(BufferedReader out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      assertThat(line).as("the host's next line after %s", lines).isNotNull();
      lines.add(line);
    }
    return lines;
  }

  /** The directories and archives of Airlock's own classes and these tests. */
  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(":"))
        .filter(entry -> entry.contains("airlock"))
        .map(Path::of)
        .toList();
  }

  /** Class files where every user can read them, which a working copy may not be. */
  private static List<Path> copied(List<Path> entries, Path directory) throws IOException {
    List<Path> copies = new ArrayList<>();
    for (Path entry : entries) {
      Path copy = directory.resolve("entry-" + copies.size());
      copies.add(copy);
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path target = copy.resolve(entry.relativize(file).toString());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    return copies;
  }
}
