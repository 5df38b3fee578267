package dev.airlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every provider of local sandboxes has to do, with {@link StandInGuest} in them. */
@Timeout(60)
public abstract class SandboxProviderContract {
  protected static final Limits LIMITS = new Limits(256L << 20, 1.0, 64, 16L << 20);
  protected static final SandboxSpec SPEC = new SandboxSpec(LIMITS, Network.NONE);
  protected static final Duration SOON = Duration.ofSeconds(10);

  /** A provider whose guests run {@link StandInGuest} from {@link StandInJar}. */
  protected abstract SandboxProvider provider();

  /** The whole environment of a guest, as the text of a sorted map. */
  protected abstract String environment();

  @Test
  void aProbeOfAWorkingEngineSaysThatItIsUsable() {
    ProbeResult result = provider().probe();
    assertThat(result.usable()).as(result.toString()).isTrue();
    assertThat(result.engine()).startsWith(provider().id());
  }

  @Test
  void bytesGoInAndComeBackUnchanged() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      String all = "\u0000\n\r\u007f\u00ff€ 😀".repeat(500);
      assertThat(talk.ask("echo " + all)).isEqualTo(all);
      assertThat(sandbox.isAlive()).isTrue();
      assertThat(sandbox.isolation()).isEqualTo(provider().isolation());
    }
  }

  @Test
  void twoSandboxesHaveDifferentNamesAndFiles() throws Exception {
    try (Sandbox one = provider().start(SPEC);
        Sandbox other = provider().start(SPEC)) {
      assertThat(one.id()).isNotEqualTo(other.id());
      assertThat(new GuestTalk(one).ask("write /tmp/mark")).startsWith("done");
      assertThat(new GuestTalk(other).ask("exists /tmp/mark")).isEqualTo("false");
    }
  }

  @Test
  void killingEndsAReadThatBlocks() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      assertThat(new GuestTalk(sandbox).ask("echo up")).isEqualTo("up");
      CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> readOf(sandbox));
      sandbox.kill();
      assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo(-1);
    }
  }

  @Test
  void killingEndsAWriteThatBlocks() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      assertThat(talk.ask("echo up")).isEqualTo("up");
      talk.tell("flood 100000000"); // Blocks on its diagnostics and reads no more.
      CompletableFuture<Void> write = CompletableFuture.runAsync(() -> writeMuch(sandbox));
      assertThat(write).isNotDone();
      sandbox.kill();
      assertThatThrownBy(() -> write.get(5, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void killingAndClosingTwiceDoNothingMore() throws Exception {
    Sandbox sandbox = provider().start(SPEC);
    assertThat(new GuestTalk(sandbox).ask("echo up")).isEqualTo("up");
    sandbox.kill();
    sandbox.kill();
    assertThat(sandbox.awaitExit(SOON).status()).isEqualTo(137);
    sandbox.close();
    sandbox.close();
    sandbox.kill();
    sandbox.drainDiagnostics();
    assertThat(sandbox.isAlive()).isFalse();
    assertThat(sandbox.awaitExit(SOON).status()).isEqualTo(137);
  }

  @Test
  void theDeathOfAGuestIsTheEndOfItsStream() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      assertThat(talk.ask("echo up")).isEqualTo("up");
      talk.tell("exit 7");
      assertThat(sandbox.fromGuest().read()).isEqualTo(-1);
      assertThat(sandbox.awaitExit(SOON).status()).isEqualTo(7);
      assertThat(sandbox.isAlive()).isFalse();
    }
  }

  @Test
  void aGuestEndsWhenItsChannelDoes() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      assertThat(new GuestTalk(sandbox).ask("echo up")).isEqualTo("up");
      sandbox.toGuest().close();
      assertThat(sandbox.awaitExit(SOON).status()).isZero();
    }
  }

  @Test
  void theLastWordsAreEscaped() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      assertThat(new GuestTalk(sandbox).ask("say red \u001b[31m\u202e")).isEqualTo("said");
      sandbox.kill();
      assertThat(sandbox.awaitExit(SOON).lastWords())
          .contains("red \\u001b[31m\\u202e")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aFloodOfDiagnosticsDoesNotBlockAGuestThatIsDrained() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      talk.tell("flood 10000000");
      talk.tell("exit 0");
      ExitReport report = sandbox.awaitExit(Duration.ofSeconds(30));
      assertThat(report.status()).isZero();
      assertThat(report.lastWords()).contains("xend of flood").hasSizeBetween(4000, 8192);
    }
  }

  @Test
  void aGuestThatDoesNotEndInTimeIsKilled() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      assertThat(new GuestTalk(sandbox).ask("echo up")).isEqualTo("up");
      assertThat(sandbox.awaitExit(Duration.ofMillis(50)).status()).isEqualTo(137);
    }
  }

  @Test
  void theEnvironmentIsExactlyTheFixedOne() throws Exception {
    assertThat(answerTo("environment")).isEqualTo(environment());
  }

  @Test
  void filesOfTheHostAreNotVisible(@TempDir Path directory) throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      assertThat(talk.ask("exists " + secret)).isEqualTo("false");
      assertThat(talk.ask("list /")).doesNotContain("root", "home", "proc", "sys", "var");
      assertThat(talk.ask("list /tmp")).doesNotContain(directory.getFileName().toString());
      assertThat(talk.ask("exists /etc/shadow")).isEqualTo("false");
    }
  }

  @Test
  void nothingButTheTemporaryDirectoryIsWritable() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      for (String directory : new String[] {"/", "/dev/", "/jdk/", "/lib/", "/airlock/", "/etc/"}) {
        assertThat(talk.ask("write " + directory + "x"))
            .as(directory)
            .contains("FileSystemException");
      }
      assertThat(talk.ask("write /tmp/x")).startsWith("done");
      assertThat(talk.ask("files")).isEqualTo("done: true jello");
      for (String property : new String[] {"user.dir", "user.home", "java.io.tmpdir"}) {
        assertThat(talk.ask("property " + property)).isEqualTo("/tmp");
      }
    }
  }

  @Test
  void filesCannotGrowPastTheLimit() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      assertThat(Long.parseLong(talk.ask("fill")))
          .isBetween(LIMITS.diskBytes() / 2, LIMITS.diskBytes());
      assertThat(talk.ask("large-file")).contains("IOException");
    }
  }

  @Test
  void thereAreNoSockets() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      GuestTalk talk = new GuestTalk(sandbox);
      assertThat(talk.ask("socket")).startsWith("java.net.SocketException");
      assertThat(talk.ask("unix-socket")).doesNotStartWith("done");
    }
  }

  @Test
  void threadsStopAtTheLimit() throws Exception {
    assertThat(Integer.parseInt(answerTo("threads"))).isBetween(16, LIMITS.pids());
  }

  @Test
  void memoryStopsAtTheLimit() throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      new GuestTalk(sandbox).tell("memory 300");
      assertThat(sandbox.fromGuest().read()).isEqualTo(-1);
      assertThat(sandbox.awaitExit(SOON).status()).isEqualTo(3);
    }
  }

  @Test
  void aStackOverflowIsAnExceptionAndNotACrash() throws Exception {
    assertThat(answerTo("stack-overflow")).isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void imagesAndTextCanBeDrawn() throws Exception {
    assertThat(answerTo("draw")).isEqualTo("done: text 80");
  }

  @Test
  void aSandboxOutlivesTheThreadThatAskedForIt() throws Exception {
    CompletableFuture<Sandbox> started = new CompletableFuture<>();
    Thread starter =
        new Thread(
            () -> {
              try {
                started.complete(provider().start(SPEC));
              } catch (SandboxStartException e) {
                started.completeExceptionally(e);
              }
            });
    starter.start();
    starter.join();
    try (Sandbox sandbox = started.get()) {
      assertThat(new GuestTalk(sandbox).ask("echo still here")).isEqualTo("still here");
    }
  }

  protected final String answerTo(String command) throws Exception {
    try (Sandbox sandbox = provider().start(SPEC)) {
      return new GuestTalk(sandbox).ask(command);
    }
  }

  private static int readOf(Sandbox sandbox) {
    try {
      return sandbox.fromGuest().read();
    } catch (IOException e) {
      return -1;
    }
  }

  private static void writeMuch(Sandbox sandbox) {
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) 1);
    try {
      OutputStream out = sandbox.toGuest();
      while (true) {
        out.write(piece);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
