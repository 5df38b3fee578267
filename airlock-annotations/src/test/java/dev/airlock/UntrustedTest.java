package dev.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UntrustedTest {
  private final Untrusted<String> text = Untrusted.of("hostile");

  @Test
  void aCheckIsGivenTheValueAndSaysWhatMayBeUsed() {
    assertThat(text.<Integer>verify(String::length)).isEqualTo(7);
  }

  @Test
  void aCheckThatThrowsKeepsTheValue() {
    assertThatThrownBy(
            () ->
                text.verify(
                    value -> {
                      throw new IllegalStateException("too " + value);
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thereIsNoValueWithoutAReason() {
    assertThat(text.unverifiedBecause("this test compares it")).isEqualTo("hostile");
    assertThatThrownBy(() -> text.unverifiedBecause(" "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text.unverifiedBecause(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void nothingOfTheValueShows() {
    assertThat(text).hasToString("Untrusted").isNotEqualTo(Untrusted.of("hostile"));
  }
}
