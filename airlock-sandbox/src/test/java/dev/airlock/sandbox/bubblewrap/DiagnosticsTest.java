package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  @Test
  void theLastBytesAreKept() {
    assertThat(lastWords("x".repeat(20_000) + "the end")).hasSize(8192).endsWith("xxthe end");
    assertThat(lastWords("all of it\n")).isEqualTo("all of it");
    assertThat(lastWords("")).isEmpty();
  }

  @Property(tries = 200)
  void whateverComesTheTextIsShortAndPlain(
      @ForAll byte[] piece, @ForAll @IntRange(min = 1, max = 5000) int times) {
    byte[] all = new byte[Math.min(piece.length * times, 100_000)];
    for (int i = 0; i < all.length; i++) {
      all[i] = piece[i % piece.length];
    }
    String words = lastWords(new String(all, StandardCharsets.ISO_8859_1));
    assertThat(words).hasSizeLessThanOrEqualTo(8192);
    assertThat(words.chars()).noneMatch(Character::isISOControl);
  }

  private static String lastWords(String written) {
    Diagnostics diagnostics =
        new Diagnostics(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
    diagnostics.drain();
    return diagnostics.lastWords();
  }
}
