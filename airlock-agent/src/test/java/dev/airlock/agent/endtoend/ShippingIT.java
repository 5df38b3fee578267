package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.airlock.agent.AgentHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values and classes that cannot cross. */
class ShippingIT {
  /** Where a class file says which Java it is for; the release is this less 44. */
  private static final int MAJOR_VERSION = 7;

  @TempDir Path directory;

  @Test
  void whatCannotCrossIsNamedWithItsPathBeforeAnythingIsSent() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "content");
    Lines lines = Lines.of(HostProgram.compile(directory, "shipping").run(file.toString()));
    lines.returned(
        "file = not shippable: argument 2: java.io.FileInputStream",
        "file in an object = not shippable: argument 2 → content: java.io.FileInputStream",
        "file in a list = not shippable: argument 2 → [1].content: java.io.FileInputStream",
        "file as a value = not shippable: argument 2 → [key]: java.io.FileInputStream",
        "file in a reader = not shippable: argument 2: java.io.InputStreamReader",
        "array = not shippable: argument 2 → [1]: java.io.FileInputStream",
        "receiver = not shippable: receiver → in: java.io.FileInputStream",
        "captured = not shippable: callable → captured[0]: java.io.FileInputStream",
        "thread = not shippable: argument 2: java.lang.Thread");
    for (String name : new String[] {"class loader", "connection"}) {
      lines.line(name).startsWith("= not shippable: argument 2: ");
    }
    lines
        .line("plain lambda")
        .startsWith("= not shippable: callable: org.example.Shipping$$Lambda");
    lines.returned("calls = 12", "succeeded = 0", "refused = 12");
    lines.bodiesOnTheHost(0);
  }

  @Test
  void classThatExistsInMemoryAloneIsNamed() throws Exception {
    HostProgram program = HostProgram.compile(directory, "foreign");
    Path ghost = takeAway(program, "Ghost");
    takeAway(program, "Gone");
    Lines lines = Lines.of(program.run(ghost.toString()));
    for (String name :
        new String[] {
          "as an argument", "as a class argument", "woven method of it", "as a callable"
        }) {
      lines.threw(
          name, "SandboxExecutionException", "org.example.Ghost", "Put it on the class path");
    }
    lines.threw(
        "called by a body", "SandboxExecutionException", "org/example/Gone", "Put it on the class");
    lines.bodiesOnTheHost(0);
  }

  @Test
  void classThatIsTooNewForTheGuestIsNamedWithTheSetting() throws Exception {
    int host = featureOfTheHost();
    int guest = Runtime.version().feature();
    assumeTrue(host > guest, "The host programs' JDK is newer than the one that runs the tests");
    HostProgram program = HostProgram.compile(directory, "modern");
    makeNewer(program.classes().resolve("org/example/New.class"), host);
    Lines lines =
        Lines.of(program.options("-Dairlock.java-home=" + System.getProperty("java.home")).run());
    lines.returned("java of the guest = " + guest, "after that = " + guest);
    for (String name : new String[] {"new class", "old class that uses a new one"}) {
      lines.threw(
          name,
          "SandboxConfigurationException",
          "org.example.New is compiled for Java " + host + " and the guest runs Java " + guest,
          "Set airlock.java-home");
    }
    lines.bodiesOnTheHost(0);
  }

  /** Moves a class file off the class path; the loader index and the JVM do not see it again. */
  private Path takeAway(HostProgram program, String name) throws Exception {
    Path file = program.classes().resolve("org/example/" + name + ".class");
    return Files.move(file, directory.resolve(name + ".class"));
  }

  private static void makeNewer(Path classFile, int feature) throws Exception {
    byte[] bytes = Files.readAllBytes(classFile);
    bytes[MAJOR_VERSION] = (byte) (44 + feature);
    Files.write(classFile, bytes);
  }

  private int featureOfTheHost() throws Exception {
    AgentHarness.Run run = new AgentHarness(directory).java(List.of("-version"), Map.of());
    assertThat(run.exit()).as(run.toString()).isZero();
    return Runtime.Version.parse(run.err().replaceAll("(?s)[^\"]*\"([0-9.]+)[^\"]*\".*", "$1"))
        .feature();
  }
}
