package dev.airlock.sandbox.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.frame.ProtocolException;
import dev.airlock.sandbox.message.GuestWords.Ready;
import dev.airlock.sandbox.message.GuestWords.Refusal;
import dev.airlock.sandbox.message.GuestWords.RefusalKind;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GuestWordsTest {
  private static final byte[] NONCE = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
  private static final byte[] READY = GuestWords.ready(new Ready(1, NONCE, 17));
  private static final byte[] WANTED =
      GuestWords.wanted(new ClassRef(3, "org.example.Outer$Inner"));

  private interface Reading {
    Object read(byte[] body) throws ProtocolException;
  }

  private static final List<Reading> READINGS =
      List.of(GuestWords::readReady, GuestWords::readWanted, GuestWords::readRefusal);

  @Test
  void whatIsSaidIsUnderstood() throws ProtocolException {
    Ready ready = GuestWords.readReady(READY);
    assertThat(ready.version()).isEqualTo(1);
    assertThat(ready.nonce()).isEqualTo(NONCE);
    assertThat(ready.feature()).isEqualTo(17);
    assertThat(GuestWords.readWanted(WANTED)).isEqualTo(new ClassRef(3, "org.example.Outer$Inner"));
    for (RefusalKind kind : RefusalKind.values()) {
      Refusal refusal = new Refusal(kind, "why\n");
      assertThat(GuestWords.readRefusal(GuestWords.refusal(refusal))).isEqualTo(refusal);
    }
  }

  @Property(tries = 300)
  void anyNameUpToTheLimitIsUnderstood(@ForAll @StringLength(max = 512) String name)
      throws ProtocolException {
    ClassRef wanted = new ClassRef(1, name);
    // What is no text (a lone surrogate) arrives as another character, and never as an exception of
    // ours.
    assertThat(GuestWords.readWanted(GuestWords.wanted(wanted)).name().length())
        .isEqualTo(name.length());
  }

  @Test
  void aLongerNameIsRefused() {
    byte[] body = GuestWords.wanted(new ClassRef(1, "x".repeat(GuestWords.MAX_NAME_CHARS + 1)));
    refuses(GuestWords::readWanted, body);
  }

  @Test
  void aBodyOverTheLimitIsRefusedUnread() {
    refuses(GuestWords::readWanted, new byte[GuestWords.MAX_BODY_BYTES + 1]);
  }

  @Test
  void whatIsCutOrGoesOnIsRefused_R18() {
    for (int cut = 0; cut < WANTED.length; cut++) {
      refuses(GuestWords::readWanted, Arrays.copyOf(WANTED, cut));
    }
    for (int cut = 0; cut < READY.length; cut++) {
      refuses(GuestWords::readReady, Arrays.copyOf(READY, cut));
    }
    refuses(GuestWords::readWanted, Arrays.copyOf(WANTED, WANTED.length + 1));
    refuses(GuestWords::readReady, Arrays.copyOf(READY, READY.length + 1));
  }

  @Test
  void oneSaidInPlaceOfTheOtherIsRefused() {
    refuses(GuestWords::readReady, WANTED);
    refuses(GuestWords::readWanted, READY);
    refuses(GuestWords::readRefusal, READY);
  }

  @Test
  void anUnknownReasonIsRefused() {
    byte[] body = GuestWords.refusal(new Refusal(RefusalKind.METHOD, ""));
    body[1] = 23;
    refuses(GuestWords::readRefusal, body);
    body[1] = 0x20;
    refuses(GuestWords::readRefusal, body);
  }

  @Test
  void aLongReasonIsCutByTheGuest() throws ProtocolException {
    Refusal refusal = new Refusal(RefusalKind.RESULT, "x".repeat(100_000));
    assertThat(GuestWords.readRefusal(GuestWords.refusal(refusal)).text()).hasSize(2048);
  }

  @Property(tries = 5000)
  void whateverComesIsUnderstoodOrRefused(@ForAll @Size(max = 80) byte[] body) {
    for (Reading reading : READINGS) {
      try {
        assertThat(reading.read(body)).isNotNull();
      } catch (ProtocolException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  @Test
  void everyFlippedBitIsUnderstoodOrRefused() {
    for (int bit = 0; bit < READY.length * 8; bit++) {
      byte[] body = READY.clone();
      body[bit / 8] ^= (byte) (1 << bit % 8);
      whateverComesIsUnderstoodOrRefused(body);
    }
  }

  private static void refuses(Reading reading, byte[] body) {
    assertThatThrownBy(() -> reading.read(body)).isInstanceOf(ProtocolException.class);
  }
}
