package dev.airlock.sandbox.bubblewrap;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.ProbeResult;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.image.CacheDirectory;
import dev.airlock.sandbox.image.GuestImage;
import dev.airlock.sandbox.image.GuestProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes sandboxes with bubblewrap: namespaces, no capabilities, a read-only file system of its own
 * and a system call filter around an ordinary process. Guests share the host's kernel.
 *
 * <p>Works for root and, where the kernel lets them make user namespaces, for ordinary users.
 * Bubblewrap is looked for on the {@code PATH} at each start. Limits are the kernel's resource
 * limits; {@link Limits#cpus} only tells the guest's JVM how many processors to count on.
 */
final class BubblewrapProvider implements SandboxProvider {
  private static final String ID = "bubblewrap";
  private static final Duration LONGEST_PROBE = Duration.ofSeconds(15);
  private static final AtomicLong STARTED = new AtomicLong();

  private final Path cacheDirectory;
  private final Path javaHome;
  private final GuestProgram program;
  private final Supplier<String> searchPath;
  private @Nullable Engine engine;
  private @Nullable Equipment equipment;

  /**
   * A provider. Nothing is looked at before it is asked for something.
   *
   * @param cacheDirectory for the guests' file system; see {@link CacheDirectory#at}
   * @param javaHome the Java runtime that guests run on
   * @param program what they run
   */
  BubblewrapProvider(Path cacheDirectory, Path javaHome, GuestProgram program) {
    this(cacheDirectory, javaHome, program, () -> System.getenv().getOrDefault("PATH", ""));
  }

  BubblewrapProvider(
      Path cacheDirectory, Path javaHome, GuestProgram program, Supplier<String> searchPath) {
    this.cacheDirectory = cacheDirectory;
    this.javaHome = javaHome;
    this.program = program;
    this.searchPath = searchPath;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Isolation isolation() {
    return Isolation.NAMESPACES;
  }

  @Override
  public ProbeResult probe() {
    long end = System.nanoTime() + LONGEST_PROBE.toNanos();
    String found = ID;
    try {
      Engine engine = engine();
      found = engine.name();
      Equipment ready = equipment();
      try (Sandbox sandbox = launch(engine, ready, Limits.DEFAULT, List.of("-version"))) {
        ExitReport report = sandbox.awaitExit(Duration.ofNanos(end - System.nanoTime()));
        if (report.status() != 0) {
          throw StartFailure.of(report, ready.image().jdk());
        }
      }
      return ProbeResult.usable(found);
    } catch (SandboxStartException e) {
      return ProbeResult.unusable(found, String.valueOf(e.getMessage()), e.remedy());
    }
  }

  @Override
  public Sandbox start(SandboxSpec spec) throws SandboxStartException {
    check(spec);
    Engine engine = engine();
    List<String> arguments = new ArrayList<>(List.of("-cp", GuestImage.JAR));
    arguments.add(program.mainClass());
    return launch(engine, equipment(), spec.limits(), arguments);
  }

  /**
   * Makes the archive of loaded classes that lets guests start faster, if there is none yet.
   *
   * <p>No start waits for it: guests run without it, and those that start after it is there use it.
   * Blocks for a second or two, at most 60; meant for a background thread, once the first guest
   * runs.
   *
   * @throws SandboxStartException if it could not be made; guests then go on without
   */
  @Override
  public void speedUp() throws SandboxStartException {
    new ClassArchive(engine(), equipment(), program).make();
  }

  private Sandbox launch(Engine engine, Equipment ready, Limits limits, List<String> arguments)
      throws SandboxStartException {
    try {
      Optional<String> archive = ClassArchive.find(ready.image(), program);
      Launch launch =
          new Launch(engine, ready.image(), ready.filter(), GuestUser.next(), limits, null);
      Process process = launch.start(archive, arguments);
      String id = ID + "-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
      return new BubblewrapSandbox(id, process);
    } catch (IOException e) {
      throw new SandboxStartException("The guest could not be started: " + e, "", e);
    }
  }

  private static void check(SandboxSpec spec) throws SandboxStartException {
    if (spec.network() != Network.NONE) {
      throw new SandboxStartException(
          "Bubblewrap enforces no other network policy than NONE; "
              + spec.network()
              + " was asked.",
          "Set airlock.network to none",
          null);
    }
    Limits limits = spec.limits();
    if (limits.memoryBytes() < 64 * MemorySplit.MIB
        || limits.pids() < 32
        || limits.diskBytes() < 1
        || !(limits.cpus() > 0)) {
      throw new SandboxStartException(
          "A limit is too low to start a guest: " + limits + ".",
          "Give at least 64 MiB of memory, 32 threads, 1 byte of files and some processor",
          null);
    }
  }

  /** Looks each time, so that an engine that is gone is noticed; asks its version only once. */
  private synchronized Engine engine() throws SandboxStartException {
    Engine known = engine;
    String path = searchPath.get();
    if (known == null || !known.isFirstOn(path)) {
      known = Engine.find(path);
      engine = known;
    }
    return known;
  }

  private synchronized Equipment equipment() throws SandboxStartException {
    Equipment known = equipment;
    if (known == null || !known.isComplete()) {
      known = Equipment.prepare(cacheDirectory, javaHome, program);
      equipment = known;
    }
    return known;
  }
}
