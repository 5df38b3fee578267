package dev.airlock.sandbox.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HostileTextTest {
  @Test
  void ordinaryTextStaysAsItIs() {
    String text = "Grüße, 日本語, مرحبا, 🙂 {} %s ${jndi:ldap://x}";
    assertThat(HostileText.escape(text, 100)).isEqualTo(text);
  }

  @Test
  void whatMovesCursorsEndsLinesOrTurnsTextIsEscaped_D09_D10() {
    assertThat(HostileText.escape("a\u001b[2J\u0007\r\nb\t\u202e\ufeff\u0085\u2028\u009b", 100))
        .isEqualTo("a\\u001b[2J\\u0007\\u000d\\u000ab\\u0009\\u202e\\ufeff\\u0085\\u2028\\u009b");
  }

  @Test
  void anEscapeCannotBeForged() {
    assertThat(HostileText.escape("\\u001b", 100)).isEqualTo("\\\\u001b");
  }

  @Test
  void aLoneSurrogateIsEscaped() {
    assertThat(HostileText.escape("\ud83d", 10)).isEqualTo("\\ud83d");
  }

  @Test
  void longTextIsCutAndSaysSo() {
    assertThat(HostileText.escape("abcdef", 4)).isEqualTo("abcd… (2 more)");
    assertThat(HostileText.escape("abcdef", 6)).isEqualTo("abcdef");
  }

  @Property(tries = 2000)
  void nothingThatComesOutMovesACursor(@ForAll String text) {
    String safe = HostileText.escape(text, 50);
    assertThat(safe.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(safe.codePoints().noneMatch(point -> Character.getType(point) == Character.FORMAT))
        .isTrue();
    assertThat(safe.length()).isLessThanOrEqualTo(50 * 6 + 30);
  }
}
