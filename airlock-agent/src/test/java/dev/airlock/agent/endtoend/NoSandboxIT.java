package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.airlock.agent.AgentHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens where no sandbox can be had: to a body that must have one, and to one that may do
 * without.
 */
class NoSandboxIT {
  private static final String NOBODY = "65000";
  private static final Pattern WARNING = Pattern.compile("Canary#optional runs on the host");

  @TempDir Path directory;
  private HostProgram program;
  private Path trace;

  @BeforeEach
  void compile() throws Exception {
    program = HostProgram.compile(directory, "canary");
    trace = directory.resolve("trace");
  }

  @Test
  void withASandboxNoBodyLeavesATraceOnTheHost() throws Exception {
    Lines lines = Lines.of(program.run(trace.toString()));
    lines.returned("required = right, sandboxed true", "optional = right, sandboxed true");
    lines.returned("static = 0", "file = false");
    lines.bodiesOnTheHost(0);
    assertThat(warnings(lines.run())).isZero();
  }

  @Test
  void withoutBubblewrapOnlyAPermittedBodyRunsOnTheHostAndEachOfItsCallsWarns() throws Exception {
    program.withoutBubblewrap(HostProgram.emptyDirectory(directory));
    Lines lines = Lines.of(program.run(trace.toString()));
    lines.threw(
        "required",
        "SandboxUnavailableException",
        "bubblewrap: There is no bwrap on the PATH",
        "apt-get install bubblewrap");
    lines.returned("optional = right, sandboxed false", "optional again = right, sandboxed false");
    lines.returned("static = 2", "file = true");
    lines.bodiesOnTheHost(2);
    assertThat(warnings(lines.run())).as(lines.run().toString()).isEqualTo(2);
  }

  @Test
  void settingThatForbidsTheFallbackOverrulesTheAnnotation() throws Exception {
    program.withoutBubblewrap(HostProgram.emptyDirectory(directory));
    Lines lines = Lines.of(program.options("-Dairlock.fallback=never").run(trace.toString()));
    lines.threw("required", "SandboxUnavailableException", "apt-get install bubblewrap");
    lines.threw("optional", "SandboxUnavailableException", "apt-get install bubblewrap");
    lines.returned("static = 0", "file = false");
    lines.bodiesOnTheHost(0);
  }

  @Test
  void isolationThatNoEngineGivesIsSaidByTheCallAlone() throws Exception {
    Lines lines =
        Lines.of(program.options("-Dairlock.isolation.minimum=microvm").run(trace.toString()));
    lines.threw("required", "SandboxUnavailableException", "MICROVM", "bubblewrap (NAMESPACES)");
    assertThat(lines.run().err()).doesNotContain("Exception in thread");
  }

  @Test
  void forbiddenUserNamespacesAreNamedWithTheRemedy() throws Exception {
    assumeTrue(canForbid(), "unshare and setpriv can forbid user namespaces here");
    open(directory);
    Path agent = Files.copy(AgentHarness.AGENT, directory.resolve("agent.jar"));
    Path cache = HostProgram.emptyDirectory(directory).resolve("cache");
    if (isRoot()) {
      Files.setAttribute(cache.getParent(), "unix:uid", Integer.valueOf(NOBODY));
    }
    program.through(forbidding()).agent(agent);
    program.options("-Dairlock.cache-dir=" + cache, "-Dairlock.fallback=never");
    Lines lines = Lines.of(program.run(trace.toString()));
    for (String name : List.of("required", "optional")) {
      lines.threw(
          name,
          "SandboxUnavailableException",
          "User namespaces are forbidden: user.max_user_namespaces = 0",
          "sysctl -w user.max_user_namespaces=10000");
    }
    lines.bodiesOnTheHost(0);
  }

  private static long warnings(AgentHarness.Run run) {
    return WARNING.matcher(run.err()).results().count();
  }

  /** A command that runs another as an ordinary user who can make no user namespaces. */
  private static List<String> forbidding() throws Exception {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
    }
    command.addAll(List.of("unshare", "--user", "--map-current-user", "--keep-caps", "sh", "-c"));
    command.add(
        "echo 0 > /proc/sys/user/max_user_namespaces"
            + " && exec setpriv --inh-caps=-all --ambient-caps=-all \"$@\"");
    command.add("sh");
    return command;
  }

  private static boolean canForbid() throws Exception {
    List<String> command = new ArrayList<>(forbidding());
    command.add("true");
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  private static boolean isRoot() throws Exception {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /** Lets every user enter. */
  private static void open(Path directory) throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
