package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.image.GuestImage;
import dev.airlock.sandbox.image.GuestJdk;
import dev.airlock.sandbox.process.ImmortalThread;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * One start of a guest.
 *
 * <p>Four programs become each other in turn: a shell moves the channel away from standard input
 * and output and opens the filter, {@code setpriv} gives up privileges, bubblewrap builds the
 * sandbox, {@code prlimit} sets the limits in it. Everything is an argument of its own; nothing is
 * ever quoted into a script.
 *
 * @param engine the programs
 * @param image the guest's file system
 * @param filter the file with the system call filter
 * @param user who the guest is for the host's kernel
 * @param limits what it may use
 * @param exchange a directory of the host that it may write, or null
 */
record Launch(
    Engine engine,
    GuestImage image,
    Path filter,
    GuestUser user,
    Limits limits,
    @Nullable Path exchange) {
  /** The descriptor that the script opens the filter at. Bubblewrap reads and closes it. */
  private static final String FILTER_DESCRIPTOR = "9";

  /** The guest's channel is descriptor 3, inward, and 4, outward. Both 1 and 2 are diagnostics. */
  private static final String SCRIPT =
      "exec 3<&0 4>&1 0</dev/null 1>&2 9<\"$1\" && shift && exec \"$@\"";

  private static final String NOBODY = "65534";

  /**
   * Starts the guest.
   *
   * @param program what comes after the options of the JVM
   */
  Process start(Optional<String> archive, List<String> program) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(archive, program));
    builder.directory(new File("/"));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    return ImmortalThread.start(builder);
  }

  private List<String> command(Optional<String> archive, List<String> program) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(engine.shell().toString(), "-c", SCRIPT, "airlock"));
    command.add(filter.toString());
    command.add(engine.setpriv().toString());
    command.addAll(user.setprivOptions());
    // Bubblewrap asks for the same once it runs; this closes the time until then.
    command.addAll(List.of("--pdeathsig", "KILL"));
    command.add("--");
    command.add(engine.bwrap().toString());
    command.addAll(isolation());
    command.addAll(fileSystem());
    environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
    command.add("--");
    command.addAll(kernelLimits());
    command.add("--");
    command.add(GuestJdk.GUEST_HOME + "/bin/java");
    command.addAll(JvmOptions.of(limits, image.jdk().feature(), archive));
    command.addAll(program);
    return command;
  }

  private static List<String> isolation() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--unshare-all", "--unshare-user", "--disable-userns"));
    options.addAll(List.of("--uid", NOBODY, "--gid", NOBODY, "--cap-drop", "ALL"));
    options.addAll(List.of("--die-with-parent", "--new-session", "--clearenv"));
    options.addAll(List.of("--hostname", "airlock", "--seccomp", FILTER_DESCRIPTOR));
    return options;
  }

  private List<String> fileSystem() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--ro-bind", image.root().toString(), "/"));
    options.addAll(List.of("--ro-bind", image.jdk().home().toString(), GuestJdk.GUEST_HOME));
    for (String device : GuestImage.DEVICES) {
      options.addAll(List.of("--dev-bind", device, device));
    }
    options.addAll(List.of("--size", Long.toString(limits.diskBytes()), "--tmpfs", "/tmp"));
    if (exchange != null) {
      options.addAll(List.of("--bind", exchange.toString(), GuestImage.EXCHANGE));
    }
    options.addAll(List.of("--chdir", "/tmp"));
    return options;
  }

  private static Map<String, String> environment() {
    // Without /proc a program cannot tell where it lies, so the libraries beside it have to be
    // named. The directory of libjvm.so comes first: that keeps the launcher from starting twice.
    String libraries = GuestJdk.GUEST_HOME + "/lib/server:" + GuestJdk.GUEST_HOME + "/lib:/lib";
    return Map.of(
        "LANG",
        "C.UTF-8",
        "TZ",
        TimeZone.getDefault().getID(),
        "HOME",
        "/tmp",
        "LD_LIBRARY_PATH",
        libraries);
  }

  /** Limits that are set inside of the user namespace count only what is in it. */
  private List<String> kernelLimits() {
    MemorySplit memory = MemorySplit.of(limits);
    return List.of(
        GuestImage.PRLIMIT,
        "--core=0",
        "--nofile=1024",
        "--nproc=" + limits.pids(),
        "--fsize=" + limits.diskBytes(),
        "--data=" + memory.data(),
        "--as=" + memory.address(),
        "--memlock=65536",
        "--msgqueue=0",
        "--sigpending=1024");
  }
}
