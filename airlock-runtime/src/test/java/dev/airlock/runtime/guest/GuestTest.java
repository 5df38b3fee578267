package dev.airlock.runtime.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.Hello;
import org.junit.jupiter.api.Test;

class GuestTest {
  private final CallWatch watch = new CallWatch();

  @Test
  void aGuestThatRepeatsTheNonceIsReady() throws Exception {
    try (ScriptedGuest sandbox =
            new ScriptedGuest(ScriptedGuest.greeting(ScriptedGuest.waiting()));
        Guest guest = Guest.greet(sandbox, watch)) {
      assertThat(guest.isAlive()).isTrue();
      assertThat(guest.feature()).isEqualTo(17);
      assertThat(guest.sandboxId()).isEqualTo(sandbox.id());
    }
  }

  @Test
  void closingAGuestDestroysItsSandbox() throws Exception {
    ScriptedGuest sandbox = new ScriptedGuest(ScriptedGuest.greeting(ScriptedGuest.waiting()));
    Guest.greet(sandbox, watch).close();
    assertThat(sandbox.isAlive()).isFalse();
  }

  @Test
  void aGuestThatDiesBeforeItIsReadyIsReported() {
    refuses((reader, writer) -> {}, "The guest ended before it was ready.");
  }

  @Test
  void anotherNonceIsRefused() {
    refuses(
        ready(new GuestWords.Ready(Hello.VERSION, new byte[Hello.NONCE_BYTES], 17)),
        "another nonce");
  }

  @Test
  void anotherProtocolIsRefused() {
    refuses(ready(new GuestWords.Ready(99, new byte[Hello.NONCE_BYTES], 17)), "speaks protocol 99");
  }

  @Test
  void anotherFirstFrameIsRefused() {
    refuses(
        (reader, writer) -> {
          writer.write(FrameType.RESULT, 0, 0, new byte[] {1});
          writer.flush();
          reader.next();
          reader.readRest();
          reader.next();
        },
        "first frame was RESULT");
  }

  @Test
  void textOnTheChannelIsRefusedAndEscaped() {
    // F02: a banner instead of a frame.
    refuses(
        (reader, writer) -> {
          writer.write(FrameType.READY, 0, 0, "\u001b[2J not CBOR at all".getBytes());
          writer.flush();
          reader.next();
          reader.readRest();
          reader.next();
        },
        "READY frame");
  }

  private void refuses(ScriptedGuest.Script script, String why) {
    ScriptedGuest sandbox = new ScriptedGuest(script);
    assertThatThrownBy(() -> Guest.greet(sandbox, watch))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\u001b");
    assertThat(sandbox.isAlive()).isFalse();
  }

  private static ScriptedGuest.Script ready(GuestWords.Ready ready) {
    return (reader, writer) -> {
      reader.next();
      reader.readRest();
      writer.write(FrameType.READY, 0, 0, GuestWords.ready(ready));
      writer.flush();
      reader.next();
    };
  }
}
