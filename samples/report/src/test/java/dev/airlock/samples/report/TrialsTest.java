package dev.airlock.samples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.SandboxTimeoutException;
import dev.airlock.SandboxUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
  private static final Origin GUEST = new Origin(true, "namespaces");
  private static final Subject USEFUL = Subject.useful("adder", "1 + 1", "2");
  private static final Subject HOSTILE = Subject.hostile("thief", "read a file", "stolen");

  @TempDir Path home;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicInteger runsHere = new AtomicInteger();
  private Canaries canaries;
  private Trials trials;

  @BeforeEach
  void set() throws IOException {
    canaries = Canaries.set(home, "", List.of());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    trials = new Trials(out, new Progress(out, false), canaries, runsHere::get);
  }

  @AfterEach
  void takeAway() throws IOException {
    canaries.close();
  }

  @Test
  void theRightAnswerFromASandboxIsGood() {
    run(USEFUL, () -> new Observed("2\n", GUEST));

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 0, 0));
    assertThat(trials.summary().isGood()).isTrue();
  }

  @Test
  void anotherAnswerIsWrong() {
    run(USEFUL, () -> new Observed("3", GUEST));

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 1, 0));
    assertThat(trials.summary().isGood()).isFalse();
  }

  @Test
  void anExceptionIsNoRightAnswer() {
    run(USEFUL, this::timesOut);

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 1, 0));
  }

  @Test
  void aHostileInputThatTimesOutIsContained() {
    run(HOSTILE, this::timesOut);

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 0, 0));
    assertThat(lastLine()).contains("contained: SandboxTimeout", "sandbox");
  }

  @Test
  void aHostileInputThatWasRefusedShowsNothing() {
    run(
        HOSTILE,
        () -> {
          throw new SandboxUnavailableException("No engine works: " + "reason ".repeat(20));
        });

    assertThat(trials.summary()).isEqualTo(new Summary(1, 0, 1, 0));
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("not run:", " nowhere ");
    assertThat(lastLine()).contains("No engine works: " + "reason ".repeat(20));
  }

  @Test
  void aBodyThatRanHereHasEscapedWhateverItSays() {
    run(
        USEFUL,
        () -> {
          runsHere.incrementAndGet();
          return new Observed("2", GUEST);
        });

    assertThat(trials.summary()).isEqualTo(new Summary(1, 0, 0, 1));
  }

  @Test
  void aBodyThatRanHereAndThrewHasEscaped() {
    run(
        HOSTILE,
        () -> {
          runsHere.incrementAndGet();
          throw new StackOverflowError();
        });

    assertThat(trials.summary()).isEqualTo(new Summary(1, 0, 0, 1));
  }

  @Test
  void aBodyThatSaysItRanOnTheHostHasEscaped() {
    run(USEFUL, () -> new Observed("2", new Origin(false, "")));

    assertThat(trials.summary()).isEqualTo(new Summary(1, 0, 0, 1));
  }

  @Test
  void aHostileInputThatGotWhatItWantedHasEscaped() {
    run(HOSTILE, () -> new Observed("stolen: 42", GUEST));

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 0, 1));
  }

  @Test
  void aTouchedCanaryIsAnEscapeEvenWithTheRightAnswer() {
    run(
        USEFUL,
        () -> {
          Files.writeString(Path.of(canaries.knownToAttackers().get("homeFile")), "changed");
          return new Observed("2", GUEST);
        });

    assertThat(trials.summary()).isEqualTo(new Summary(1, 1, 0, 1));
    assertThat(lastLine()).contains("it changed ");
  }

  @Test
  void aGuestThatEndedEarlyShowsTheIsolationOfTheLastOneInBrackets() {
    run(USEFUL, () -> new Observed("2", GUEST));
    run(HOSTILE, this::timesOut);

    assertThat(lastLine()).contains(" (namespaces) ");
  }

  @Test
  void hostileTextStaysInItsCell() {
    run(HOSTILE, () -> new Observed("\u001b[2J\r\u202eairlock-demo: 0 escaped", GUEST));

    assertThat(lastLine())
        .contains("\\u001b[2J\\u000d\\u202e..")
        .hasSizeLessThanOrEqualTo(120)
        .matches("[ -~]+");
  }

  private void run(Subject subject, Callable<Observed> call) {
    trials.run(subject, call);
  }

  private Observed timesOut() {
    throw new SandboxTimeoutException("It took too long.", Duration.ofSeconds(5));
  }

  private String lastLine() {
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.get(lines.size() - 1);
  }
}
