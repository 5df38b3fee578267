package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that do not end, or take more than they may. */
class LimitsIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    lines = Lines.of(HostProgram.compile(directory, "limits").run());
  }

  @Test
  void loopThatIgnoresInterruptsEndsWithinASecondOfItsDeadline() {
    lines.returned("endless 0 = PT0.7S in time", "endless 1 = PT0.7S in time");
  }

  @Test
  void interruptOfTheCallerEndsTheCall() {
    lines.returned("interrupt = InterruptedException true");
    lines.threw("interrupt, declared", "InterruptedException", "was interrupted", "destroyed");
  }

  @Test
  void endOfTheGuestIsNotTheEndOfTheHost() {
    lines.threw("exit", "SandboxExecutionException", "ended with status 0");
    lines.threw("halt", "SandboxExecutionException", "ended with status 77");
  }

  @Test
  void memoryStackAndThreadsRunOutInTheGuestAlone() {
    lines.threw("out of memory", "SandboxResourceException", "airlock.memory");
    lines.threw("stack overflow", "SandboxExecutionException", "java.lang.StackOverflowError");
    lines.threw(
        "threads without end", "SandboxExecutionException", "unable to create native thread");
    lines.returned("thread left behind = true");
  }

  @Test
  void outputIsCutAndThenEndsTheCall() {
    lines.returned("much output = 3145728", "closed streams = true");
    lines.threw("too much output", "SandboxResourceException", "64 MiB");
    assertThat(lines.run().out()).doesNotContain("xxxx");
    assertThat(lines.run().err()).contains("goes on writing; the rest is not logged");
    assertThat(lines.run().err().length()).isLessThan(4 << 20);
  }

  @Test
  void resultMayBeAsLargeAsTheLimitAndNoLarger() {
    lines.returned("result within the limit = 61440");
    lines.threw("result over the limit", "PayloadTooLargeException", "65536", "airlock.max-result");
  }

  @Test
  void payloadMayBeAsLargeAsTheLimitAndNoLarger() {
    lines.returned("payload of n = true");
    lines.threw("payload of n + 1", "PayloadTooLargeException", "65537", "airlock.max-payload");
  }

  @Test
  void callsGoOnAfterwards() {
    lines.returned("after all that = true");
    lines.bodiesOnTheHost(0);
  }
}
