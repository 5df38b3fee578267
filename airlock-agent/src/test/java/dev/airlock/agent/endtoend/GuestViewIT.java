package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.AgentHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a body sees of the host, and of earlier calls. */
class GuestViewIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    Path file = Files.writeString(directory.resolve("file-of-the-host"), "content");
    HostProgram program =
        HostProgram.compile(directory, "view")
            .options("-Dsecret=swordfish", "-Dairlock.pids=100")
            .variable("TOKEN", "swordfish");
    Files.writeString(program.classes().resolve("application.properties"), "password=swordfish");
    AgentHarness.Run run = program.run(file.toString(), program.classes().toString());
    lines = Lines.of(run);
  }

  @Test
  void environmentAndPropertiesAreTheGuestsOwn() {
    lines.returned(
        "environment = [HOME, LANG, LD_LIBRARY_PATH, PWD, TZ]",
        "property = swordfish and null",
        "airlock properties = 0",
        "user = airlock /tmp");
  }

  @Test
  void filesOfTheHostAreNotThere() {
    lines.returned(
        "home = false", "file of the host = false", "classes directory = false", "proc = false");
    lines.line("passwd").startsWith("= airlock:").doesNotContain("root");
  }

  @Test
  void resourcesOfTheApplicationAreNotServed() {
    lines.returned("own resource = false", "own class file as a resource = false");
  }

  @Test
  void nothingCanBeReachedOrStarted() {
    lines.line("network").startsWith("! ").doesNotContain("CONNECTED");
    lines.line("process").startsWith("! ").doesNotContain("STARTED");
  }

  @Test
  void librariesOfTheShimAreInvisible() {
    lines.returned(
        "Kryo = false", "Jackson = false", "shim = false", "runtime = false", "annotations = true");
  }

  @Test
  void callSeesNothingOfEarlierCallsUnlessGuestsAreShared() {
    lines.returned(
        "host's static = nothing",
        "alone 1 = nothing",
        "alone 2 = nothing",
        "shared 1 = nothing",
        "shared 2 = one",
        "file in the guest, alone = true then false");
  }

  @Test
  void noBodyRanOnTheHost() {
    lines.bodiesOnTheHost(0);
    assertThat(lines.run().out().lines().filter(line -> line.contains("swordfish"))).hasSize(1);
  }
}
