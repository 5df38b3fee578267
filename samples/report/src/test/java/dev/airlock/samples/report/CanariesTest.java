package dev.airlock.samples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanariesTest {
  @TempDir Path home;
  private Path program;
  private Canaries canaries;

  @BeforeEach
  void set() throws IOException {
    program = Files.writeString(home.resolve("program.jar"), "code");
    canaries = Canaries.set(home, "resource-secret\n", List.of(program));
  }

  @AfterEach
  void takeAway() throws IOException {
    canaries.close();
  }

  @Test
  void nothingIsFoundWhereNothingWasTouched() {
    assertThat(canaries.breaches("harmless")).isEmpty();
  }

  @Test
  void secretsInFilesAreRecognised() throws IOException {
    String inTemporary = Files.readString(Path.of(known("secretFile")));
    String inHome = Files.readString(Path.of(known("homeFile")));

    assertThat(canaries.breaches("x" + inTemporary + inHome + "y"))
        .containsExactly(
            "it read the secret in a file in the temporary directory",
            "it read the secret in a file in the home directory");
  }

  @Test
  void theSecretOfTheClassPathIsRecognised() {
    assertThat(canaries.breaches("got resource-secret"))
        .containsExactly("it read the secret in the class path");
  }

  @Test
  void aNewFileIsFoundOnce() throws IOException {
    Path made = Files.writeString(Path.of(known("watchedDirectory"), "made"), "");

    assertThat(canaries.breaches("")).containsExactly("it made " + made);
    assertThat(canaries.breaches("")).isEmpty();
  }

  @Test
  void aChangedProgramIsFound() throws IOException {
    Files.writeString(program, "CODE");

    assertThat(canaries.breaches("")).containsExactly("it changed " + program);
  }

  @Test
  void aDeletedFileIsFound() throws IOException {
    Files.delete(program);

    assertThat(canaries.breaches("")).containsExactly("it deleted " + program);
  }

  @Test
  void aVisitIsFound() throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(known("hostPort"))).close();

    assertThat(canaries.breaches("")).containsExactly("it connected to the host 1 times");
  }

  @Test
  void aProcessThatStaysIsFound() throws IOException {
    Process process = new ProcessBuilder("sh", "-c", "read line; : " + known("marker")).start();
    try {
      assertThat(canaries.breaches(""))
          .containsExactly("it left process " + process.pid() + " behind");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aHomeThatIsNotThereIsReplacedByTheTemporaryDirectory() throws IOException {
    canaries.close();

    canaries = Canaries.set(home.resolve("none"), "", List.of());

    assertThat(Path.of(known("homeFile")))
        .hasParent(Path.of(known("watchedDirectory")))
        .isRegularFile();
  }

  @Test
  void closingLeavesNothingBehind() throws IOException {
    Path directory = Path.of(known("watchedDirectory"));
    Path file = Path.of(known("homeFile"));

    canaries.close();

    assertThat(directory).doesNotExist();
    assertThat(file).doesNotExist();
    canaries = Canaries.set(home, "", List.of());
  }

  private String known(String name) {
    return canaries.knownToAttackers().get(name);
  }
}
