package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.Failures;
import dev.airlock.HostileResultException;
import dev.airlock.SandboxTimeoutException;
import dev.airlock.sandbox.contract.FailureLimits;
import dev.airlock.sandbox.contract.FailureWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureGateTest {
  private static final FailureContract CONTRACT =
      FailureContract.of(
          new Class<?>[] {Failures.Declared.class},
          List.of(
              Failures.Undeclared.class,
              Failures.Unchecked.class,
              Failures.Picky.class,
              Failures.Decorating.class,
              Failures.Abstract.class,
              Error.class,
              InterruptedException.class,
              HostileResultException.class));

  private static byte[] write(Throwable failure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FailureWriter.write(failure, out);
    return out.toByteArray();
  }

  private static RemoteFailure through(Throwable failure) throws IOException {
    return through(failure, CONTRACT);
  }

  private static RemoteFailure through(Throwable failure, FailureContract contract)
      throws IOException {
    return FailureGate.read(new ByteArrayInputStream(write(failure)), contract, GateLimits.DEFAULT);
  }

  private static StackTraceElement[] frames(int count) {
    StackTraceElement[] frames = new StackTraceElement[count];
    Arrays.fill(frames, new StackTraceElement("com.acme.Parser", "parse", "Parser.java", 7));
    return frames;
  }

  @Test
  void aDeclaredExceptionComesBackAsItself() throws Exception {
    RemoteFailure failure = through(new Failures.Declared("c:\\temp is full"));
    assertThat(failure.rebuilt())
        .isExactlyInstanceOf(Failures.Declared.class)
        .hasMessage("c:\\temp is full");
    assertThat(failure.errorType()).isEqualTo(Failures.Declared.class.getName());
  }

  @Test
  void causesAndSuppressedComeBackEachByItsOwnRule() throws Exception {
    Failures.Unchecked thrown = new Failures.Unchecked("outer", new NullPointerException("inner"));
    thrown.addSuppressed(new OutOfMemoryError("fake"));
    Exception rebuilt = through(thrown).rebuilt();
    assertThat(rebuilt).isExactlyInstanceOf(Failures.Unchecked.class).hasMessage("outer");
    assertThat(rebuilt.getCause())
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage("inner");
    assertThat(rebuilt.getSuppressed()[0])
        .isInstanceOf(RemoteCause.class)
        .hasToString("java.lang.OutOfMemoryError: fake");
  }

  @Test
  void constructorsThatTakeASpecialCauseAreUsed() throws Exception {
    Exception rebuilt =
        through(new UncheckedIOException("m", new FileNotFoundException("f"))).rebuilt();
    assertThat(rebuilt).isExactlyInstanceOf(UncheckedIOException.class).hasMessage("m");
    assertThat(rebuilt.getCause()).isExactlyInstanceOf(FileNotFoundException.class);
    assertThat(through(new RuntimeException(new IllegalStateException("x"))).rebuilt())
        .hasMessage("java.lang.IllegalStateException: x");
  }

  @Test
  void theTypeComesBackEvenIfItsConstructorDecoratesTheMessageOnceMore() throws Exception {
    RemoteFailure failure = through(new Failures.Decorating("row"));
    assertThat(failure.rebuilt()).isExactlyInstanceOf(Failures.Decorating.class);
    assertThat(failure.message()).isEqualTo("no row");
  }

  @Test
  void R26_longExceptionsAreCut() throws Exception {
    Throwable chain = new IllegalStateException("x".repeat(10_000_000));
    for (int i = 0; i < 10_000; i++) {
      chain = new IllegalStateException("level " + i, chain);
    }
    assertThat(through(chain).rebuilt()).hasMessage("level 9999");
    RuntimeException wide = new RuntimeException("x".repeat(10_000_000));
    wide.setStackTrace(frames(1_000_000));
    for (int i = 0; i < 10_000; i++) {
      wide.addSuppressed(new RuntimeException("s" + i));
    }
    RemoteFailure failure = through(wide);
    assertThat(failure.rebuilt().getMessage()).hasSize(FailureLimits.MAX_MESSAGE);
    assertThat(failure.rebuilt().getSuppressed()).hasSize(FailureLimits.MAX_SUPPRESSED);
    assertThat(failure.stack()).hasSize(FailureLimits.MAX_FRAMES);
    assertThat(failure.remoteStackTrace()).contains("... 999744 frames cut");
  }

  @Test
  void R27_errorsInterruptsAndAirlocksOwnTypesAreNeverMade() throws Exception {
    List<Throwable> thrown =
        List.of(
            new OutOfMemoryError("x"),
            new StackOverflowError(),
            new InterruptedException("x"),
            new SandboxTimeoutException("x", Duration.ofSeconds(1)),
            new HostileResultException("x"));
    for (Throwable each : thrown) {
      RemoteFailure failure = through(each);
      assertThat(failure.rebuilt()).isNull();
      assertThat(failure.errorType()).isEqualTo(each.getClass().getName());
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    FailureContract broad =
        FailureContract.of(
            new Class<?>[] {Throwable.class, Exception.class, InterruptedException.class},
            List.of());
    assertThat(through(new InterruptedException("x"), broad).rebuilt()).isNull();
  }

  @Test
  void R28_whatTheMethodCannotThrowIsNotThrown() throws Exception {
    assertThat(through(new Failures.Undeclared("x")).rebuilt()).isNull();
    assertThat(through(new IOException("x")).rebuilt()).isNull();
    assertThat(through(new Failures.Abstract("x") {}).rebuilt()).isNull();
    FailureContract io = FailureContract.of(new Class<?>[] {IOException.class}, List.of());
    assertThat(through(new FileNotFoundException("x"), io).rebuilt())
        .isExactlyInstanceOf(FileNotFoundException.class);
  }

  @Test
  void R28_aConstructorThatThrowsLeavesText() throws Exception {
    byte[] payload = write(new Failures.Picky("harmless"));
    byte[] hostile =
        new String(payload, java.nio.charset.StandardCharsets.ISO_8859_1)
            .replace("harmless", "hostile!")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    RemoteFailure failure =
        FailureGate.read(new ByteArrayInputStream(hostile), CONTRACT, GateLimits.DEFAULT);
    assertThat(failure.rebuilt()).isNull();
    assertThat(failure.message()).isEqualTo("hostile!");
  }

  @Test
  void R29_framesOfTheGuestAreMarkedAndTheCallersFollow() throws Exception {
    IllegalStateException thrown =
        new IllegalStateException("a\n\tat java.lang.Thread.run(\u001b[31m");
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("com.acme.\nBank", "pay", "Bank.java", 3)});
    RemoteFailure failure = through(thrown);
    StackTraceElement[] caller = {
      new StackTraceElement("java.lang.Thread", "getStackTrace", "Thread.java", 1),
      new StackTraceElement("dev.airlock.Gate", "enter", "Gate.java", 1),
      new StackTraceElement("com.acme.Main", "main", "Main.java", 9)
    };
    StackJoin.join(failure.rebuilt(), failure.stack(), "NAMESPACES bwrap-12", caller);
    StringWriter printed = new StringWriter();
    failure.rebuilt().printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString().lines())
        .containsExactly(
            "java.lang.IllegalStateException: a\\u000a\\u0009at java.lang.Thread.run(\\u001b[31m",
            "\tat guest//com.acme.\\u000aBank.pay(Bank.java:3)",
            "\tat airlock.sandbox(NAMESPACES bwrap-12)",
            "\tat com.acme.Main.main(Main.java:9)");
  }

  @Test
  void exceptionsThatMisbehaveAreStillReported() throws Exception {
    RemoteFailure failure = through(new Failures.Nasty());
    assertThat(failure.errorType()).isEqualTo(Failures.Nasty.class.getName());
    assertThat(failure.message()).isNull();
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    assertThat(through(one).remoteStackTrace()).contains("Caused by: java.lang.Exception: two");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 31, 127, 255})
  void R18_damagedFailuresAreRefusedOrReadAsText(int mask) throws Exception {
    Exception thrown = new IllegalStateException("m", new IOException("c"));
    thrown.setStackTrace(frames(2));
    thrown.getCause().setStackTrace(frames(1));
    byte[] golden = write(thrown);
    for (int i = 0; i < golden.length; i++) {
      byte[] cut = Arrays.copyOf(golden, i);
      assertThatThrownBy(
              () -> FailureGate.read(new ByteArrayInputStream(cut), CONTRACT, GateLimits.DEFAULT))
          .isInstanceOf(HostileResultException.class);
      byte[] damaged = golden.clone();
      damaged[i] ^= (byte) mask;
      try {
        FailureGate.read(new ByteArrayInputStream(damaged), CONTRACT, GateLimits.DEFAULT);
      } catch (HostileResultException expected) {
        assertThat(expected.getMessage()).contains("byte ");
      }
    }
  }
}
