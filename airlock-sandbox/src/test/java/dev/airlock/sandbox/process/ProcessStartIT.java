package dev.airlock.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProcessStartIT {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void outputAndStatusOfAShortProgramAreKept() throws Exception {
    assertThat(Finished.run(List.of("/bin/sh", "-c", "echo out; echo err >&2; exit 3"), LONG))
        .isEqualTo(new Finished(3, "out\nerr\n"));
  }

  @Test
  void longOutputIsCutAndDoesNotBlock() throws Exception {
    Finished finished =
        Finished.run(List.of("/bin/sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x"), LONG);
    assertThat(finished.status()).isZero();
    assertThat(finished.output()).hasSize(1 << 20);
  }

  @Test
  void aProgramThatHangsIsKilled() {
    assertThatThrownBy(
            () ->
                Finished.run(
                    List.of("/bin/sh", "-c", "while :; do :; done"), Duration.ofMillis(100)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not end within 100 ms");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ImmortalThread.start(new ProcessBuilder("/no/such/program")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }

  @Test
  void theStarterStaysAfterAFailure() throws Exception {
    assertThatThrownBy(() -> ImmortalThread.start(new ProcessBuilder("/no/such/program")))
        .isInstanceOf(IOException.class);
    assertThat(ImmortalThread.start(new ProcessBuilder("/bin/true")).waitFor()).isZero();
  }
}
