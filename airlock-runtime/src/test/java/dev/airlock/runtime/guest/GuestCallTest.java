package dev.airlock.runtime.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.SandboxExecutionException;
import dev.airlock.SandboxResourceException;
import dev.airlock.SandboxTimeoutException;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameReader;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassOffers;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.ServedResources;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuestCallTest {
  private final CallWatch watch = new CallWatch();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void letGuestsGo() {
    over.countDown();
  }

  @Test
  void aResultInPiecesComesBackWhole() throws Exception {
    Object outcome =
        call(
            writer -> {
              writer.write(FrameType.RESULT, 0, 1, "he".getBytes(UTF_8));
              writer.write(FrameType.RESULT, Frame.LAST, 1, "llo".getBytes(UTF_8));
            });
    assertThat(outcome).isEqualTo(new CallOutcome.Returned("hello"));
  }

  @Test
  void anExceptionComesBackAsWhatTheGateMadeOfIt() throws Exception {
    CallOutcome outcome =
        call(writer -> writer.write(FrameType.FAILURE, Frame.LAST, 1, "no".getBytes(UTF_8)));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CallOutcome.Threw.class, threw -> assertThat(threw.failure()).hasMessage("no"));
  }

  @Test
  void aRefusalSaysWhy() throws Exception {
    GuestWords.Refusal refusal = new GuestWords.Refusal(GuestWords.RefusalKind.METHOD, "gone");
    CallOutcome outcome =
        call(writer -> writer.write(FrameType.REFUSAL, 0, 1, GuestWords.refusal(refusal)));
    assertThat(outcome).isEqualTo(new CallOutcome.Refused(refusal));
  }

  @Test
  void classesAndResourcesAreServedInBetween() throws Exception {
    AtomicReference<List<ClassOffer>> got = new AtomicReference<>();
    AtomicReference<List<byte[]>> resources = new AtomicReference<>();
    run(
        (reader, writer) -> {
          takeCall(reader);
          writer.write(FrameType.CLASS_WANTED, 0, 1, GuestWords.wanted(new ClassRef(1, "a.B")));
          writer.flush();
          reader.next();
          got.set(ClassOffers.decode(reader.readRest()));
          writer.write(FrameType.RESOURCE_WANTED, 0, 1, GuestWords.wanted(new ClassRef(1, "r")));
          writer.flush();
          reader.next();
          resources.set(ServedResources.decode(reader.readRest()));
          writer.write(FrameType.RESULT, Frame.LAST, 1, new byte[0]);
          writer.flush();
          over.await();
        },
        Duration.ofSeconds(10));
    assertThat(got.get()).hasSize(1);
    assertThat(got.get().get(0).answer().bytes()).containsExactly(1, 2, 3);
    assertThat(resources.get()).containsExactly("r".getBytes(UTF_8));
  }

  @Test
  void aResultOfAnotherCallIsHostile_F03() {
    assertThatThrownBy(
            () -> call(writer -> writer.write(FrameType.RESULT, Frame.LAST, 2, new byte[0])))
        .isInstanceOf(HostileResultException.class)
        .hasMessageContaining("of call 2 came during call 1");
  }

  @Test
  void anotherFrameBetweenThePiecesOfAResultIsHostile() {
    assertThatThrownBy(
            () ->
                call(
                    writer -> {
                      writer.write(FrameType.RESULT, 0, 1, new byte[] {'x'});
                      writer.write(FrameType.OUTPUT, 0, 1, new byte[] {'y'});
                    }))
        .isInstanceOf(HostileResultException.class)
        .hasMessageContaining("came between");
  }

  @Test
  void aSecondGreetingIsHostile() {
    assertThatThrownBy(() -> call(writer -> writer.write(FrameType.READY, 0, 1, new byte[0])))
        .isInstanceOf(HostileResultException.class);
  }

  @Test
  void aHostOnlyFrameFromAGuestIsHostile_F04() {
    assertThatThrownBy(() -> call(writer -> writer.write(FrameType.CALL, 0, 1, new byte[0])))
        .isInstanceOf(HostileResultException.class)
        .hasMessageContaining("unknown type 2");
  }

  @Test
  void aGuestThatDiesMayHaveRunInPart() {
    assertThatThrownBy(() -> run((reader, writer) -> takeCall(reader), Duration.ofSeconds(10)))
        .isInstanceOf(SandboxExecutionException.class)
        .hasMessageContaining("status 0")
        .hasMessageContaining("may have run in part");
  }

  @Test
  void aGuestThatNeverAnswersIsKilledAtTheDeadline() {
    assertThatThrownBy(
            () ->
                run(
                    (reader, writer) -> {
                      takeCall(reader);
                      over.await();
                    },
                    Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            SandboxTimeoutException.class,
            e -> assertThat(e.timeout()).isEqualTo(Duration.ofMillis(50)));
  }

  @Test
  void aGuestThatNeverReadsIsKilledAtTheDeadline_F07() {
    assertThatThrownBy(
            () -> run((reader, writer) -> over.await(), Duration.ofMillis(50), new byte[1 << 20]))
        .isInstanceOf(SandboxTimeoutException.class);
  }

  @Test
  void aResultThatNeverEndsIsKilledAtTheDeadline_F06() {
    assertThatThrownBy(
            () ->
                run(
                    (reader, writer) -> {
                      takeCall(reader);
                      writer.write(FrameType.RESULT, 0, 1, new byte[] {1});
                      writer.flush();
                      over.await();
                    },
                    Duration.ofMillis(50)))
        .isInstanceOf(SandboxTimeoutException.class);
  }

  @Test
  void anInterruptedCallerLeavesAndTheGuestIsDestroyed() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    AtomicReference<Throwable> end = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                run(
                    (reader, writer) -> {
                      takeCall(reader);
                      called.countDown();
                      over.await();
                    },
                    Duration.ofSeconds(20));
              } catch (Throwable e) {
                end.set(e);
              }
            });
    caller.start();
    called.await();
    caller.interrupt();
    caller.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void tooMuchOutputEndsTheCall_E04() {
    byte[] piece = new byte[1 << 20];
    assertThatThrownBy(
            () ->
                call(
                    writer -> {
                      for (int i = 0; i < 65; i++) {
                        writer.write(FrameType.OUTPUT, 0, 1, piece);
                      }
                    }))
        .isInstanceOf(SandboxResourceException.class)
        .hasMessageContaining("64 MiB");
  }

  @Test
  void aFloodOfEmptyOutputFramesEndsTheCall() {
    assertThatThrownBy(
            () ->
                call(
                    writer -> {
                      while (true) {
                        writer.write(FrameType.OUTPUT, 0, 1, new byte[0]);
                      }
                    }))
        .isInstanceOf(SandboxResourceException.class);
  }

  private interface Answer {
    void write(FrameWriter writer) throws IOException;
  }

  private CallOutcome call(Answer answer) throws Exception {
    return run(
        (reader, writer) -> {
          takeCall(reader);
          answer.write(writer);
          writer.flush();
          over.await();
        },
        Duration.ofSeconds(20));
  }

  private CallOutcome run(ScriptedGuest.Script script, Duration timeout) throws Exception {
    return run(script, timeout, new byte[] {1});
  }

  private CallOutcome run(ScriptedGuest.Script script, Duration timeout, byte[] payload)
      throws Exception {
    try (Guest guest = Guest.greet(new ScriptedGuest(ScriptedGuest.greeting(script)), watch)) {
      CallHeader header =
          new CallHeader(
              "c1",
              CallHeader.Kind.METHOD,
              new ClassRef(1, "a.B"),
              "m()V",
              List.of(),
              new byte[32],
              Long.MAX_VALUE,
              payload.length);
      CallRequest request =
          new CallRequest("B#m", header, payload, new OneClass(), new TextInbound(), timeout);
      return new GuestCall(guest, request).run(watch, System.nanoTime() + timeout.toNanos());
    }
  }

  private static void takeCall(FrameReader reader) throws IOException {
    for (FrameType type : List.of(FrameType.CALL, FrameType.ARGUMENTS)) {
      Frame frame = reader.next();
      assertThat(frame).isNotNull();
      assertThat(frame.type()).isEqualTo(type);
      reader.readRest();
    }
  }

  private static final class OneClass implements ClassServer {
    @Override
    public List<ClassOffer> ahead() {
      return List.of();
    }

    @Override
    public ClassAnswer serveClass(ClassRef wanted) {
      return ClassAnswer.present(wanted.loader(), new byte[] {1, 2, 3});
    }

    @Override
    public List<byte[]> serveResources(ClassRef wanted) {
      return List.of(wanted.name().getBytes(UTF_8));
    }
  }

  private static final class TextInbound implements Inbound {
    @Override
    public Object readResult(InputStream in) throws IOException {
      return new String(in.readAllBytes(), UTF_8);
    }

    @Override
    public Throwable readFailure(InputStream in) throws IOException {
      return new IllegalStateException(new String(in.readAllBytes(), UTF_8));
    }
  }
}
