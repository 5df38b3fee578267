package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodPatternTest {
  @ParameterizedTest
  @CsvSource({
    "org.example.Parser#parse*, org.example.Parser, parse, true",
    "org.example.Parser#parse*, org.example.Parser, parseAll, true",
    "org.example.Parser#parse*, org.example.Parser, reparse, false",
    "org.example.Parser#parse*, org.example.Parsers, parse, false",
    "org.example.*#*, org.example.a.B$C, x, true",
    "*Parser#*, org.example.Parser, x, true",
    "org.*.Parser#a*b*c, org.example.Parser, aXbYbZc, true",
    "org.*.Parser#a*b*c, org.example.Parser, aXcYb, false",
  })
  void aStarStandsForAnyCharacters(String pattern, String type, String method, boolean matches) {
    assertThat(new MethodPattern(pattern).matches(type, method)).isEqualTo(matches);
  }

  @Property
  void agreesWithTheRegularExpression(
      @ForAll @StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'c') String letters,
      @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'b') String name) {
    String glob = letters.replace('c', '*');

    assertThat(new MethodPattern("T#" + glob).matches("T", name))
        .isEqualTo(name.matches(glob.replace("*", ".*")));
  }

  @ParameterizedTest
  @CsvSource({"a.B", "a.B#", "'#c'", "a.B#c#d", "a.B#c()", "a/B#c", "'a.B #c'"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MethodPattern(text));
  }
}
