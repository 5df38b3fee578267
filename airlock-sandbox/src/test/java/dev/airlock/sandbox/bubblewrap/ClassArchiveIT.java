package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.Network;
import dev.airlock.sandbox.GuestTalk;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassArchiveIT {
  @TempDir Path directory;
  private Path cache;
  private BubblewrapProvider provider;

  @BeforeEach
  void open() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    cache = directory.resolve("cache");
    provider = new BubblewrapProvider(cache, ItFixture.javaHome(), ItFixture.program());
  }

  @Test
  void guestsStartWithoutOneThenWithOneThenWithADamagedOne() throws Exception {
    assertThat(mapsOfAGuest()).noneMatch(line -> line.contains(".archive"));

    provider.speedUp();
    assertThat(mapsOfAGuest()).anyMatch(line -> line.contains(".archive"));
    assertThat(names(cache)).noneMatch(name -> name.startsWith("building-"));

    Path archive = archive();
    byte[] bytes = Files.readAllBytes(archive);
    provider.speedUp();
    assertThat(archive).as("not made a second time").hasBinaryContent(bytes);

    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    for (int length : new int[] {0, 100}) {
      Files.write(archive, Arrays.copyOf(bytes, length));
      assertThat(mapsOfAGuest()).as("a guest with %d bytes of one", length).isNotEmpty();
    }
    Arrays.fill(bytes, 0, 64, (byte) 'x');
    Files.write(archive, bytes);
    assertThat(mapsOfAGuest()).as("a guest with another kind of file").isNotEmpty();
  }

  private List<String> mapsOfAGuest() throws Exception {
    SandboxSpec spec = new SandboxSpec(Limits.DEFAULT, Network.NONE);
    try (Sandbox sandbox = provider.start(spec)) {
      assertThat(new GuestTalk(sandbox).ask("echo up")).isEqualTo("up");
      ProcessHandle guest =
          ProcessHandle.current()
              .descendants()
              .filter(process -> process.info().command().orElse("").endsWith("/java"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(Path.of("/proc", guest.pid() + "", "maps"));
    }
  }

  private Path archive() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(file -> file.toString().endsWith(".archive")).findFirst().orElseThrow();
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
