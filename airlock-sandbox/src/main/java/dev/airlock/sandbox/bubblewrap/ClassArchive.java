package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.image.GuestImage;
import dev.airlock.sandbox.image.GuestProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The archive of loaded classes that lets guests start faster.
 *
 * <p>It is made in a sandbox like any other, since an archive is valid only for the paths that it
 * was made with. The JVM checks it when it starts and does without it if it does not fit.
 */
final class ClassArchive {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Room for the archive, which is some 15 MiB, and what it is made from. */
  private static final Limits LIMITS =
      new Limits(512 * MemorySplit.MIB, 1.0, 128, 256 * MemorySplit.MIB);

  private final Engine engine;
  private final Equipment equipment;
  private final GuestProgram program;

  ClassArchive(Engine engine, Equipment equipment, GuestProgram program) {
    this.engine = engine;
    this.equipment = equipment;
    this.program = program;
  }

  /** The archive that guests with this program use; empty while there is none. */
  static Optional<String> find(GuestImage image, GuestProgram program) {
    return image.archive(name(program));
  }

  /**
   * Makes it if it is not there. Blocks for a second or two, at most 60.
   *
   * @throws SandboxStartException if it could not be made
   */
  void make() throws SandboxStartException {
    if (find(equipment.image(), program).isPresent()) {
      return;
    }
    try {
      Path exchange = equipment.cache().workDirectory();
      try {
        GuestUser user = GuestUser.next();
        user.own(exchange);
        dump(user, exchange);
        equipment.image().addArchive(name(program), exchange.resolve(ArchiveOptions.MADE));
      } finally {
        delete(exchange);
      }
    } catch (IOException e) {
      throw new SandboxStartException(
          "The archive of loaded classes could not be made: " + e,
          "Guests start without it, only slower",
          e);
    }
  }

  private void dump(GuestUser user, Path exchange) throws IOException, SandboxStartException {
    Launch launch =
        new Launch(engine, equipment.image(), equipment.filter(), user, LIMITS, exchange);
    for (List<String> options : options(equipment.image()).toMake()) {
      List<String> command = new ArrayList<>(options);
      command.addAll(List.of("-cp", GuestImage.JAR, program.mainClass(), "--warm-up"));
      run(launch.start(Optional.empty(), command));
    }
  }

  private void run(Process process) throws SandboxStartException {
    try (BubblewrapSandbox sandbox = new BubblewrapSandbox("class-archive", process)) {
      ExitReport report = sandbox.awaitExit(LONGEST);
      if (report.status() != 0) {
        throw StartFailure.of(report, equipment.image().jdk());
      }
    }
  }

  private static ArchiveOptions options(GuestImage image) {
    return new ArchiveOptions(image.jdk().feature());
  }

  private static String name(GuestProgram program) {
    return program.mainClass() + "-" + JvmOptions.fingerprint() + ".archive";
  }

  private static void delete(Path exchange) throws IOException {
    try (Stream<Path> files = Files.list(exchange)) {
      for (Path file : files.toList()) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
        }
      }
    }
    Files.delete(exchange);
  }
}
