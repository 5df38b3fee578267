package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    "org.example.**#**, org.example.a.B$C, x, true",
    "org.example.**#*, org.examples.Parser, x, false",
    "**.Parser#parse, org.example.Parser, parse, true",
    "**.Parser#parse, org.example.Parser$Inner, parse, false",
    "Parser#parse, Parser, parse, true",
    "org.example.Outer$Inner#parse, org.example.Outer$Inner, parse, true",
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
    assertThat(new MethodPattern(glob + "#m").matchesType(name))
        .isEqualTo(name.matches(glob.replace("*", ".*")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.B",
        "a.B#",
        "#c",
        "a.B#c#d",
        "a.B#c()",
        "a.B#c(int)",
        "a.B#<init>",
        "a.B#<clinit>",
        "a/B#c",
        "a.B #c",
        "a..B#c",
        ".a.B#c",
        "a.#c",
        "a.B#c.d"
      })
  void whatIsNoPatternIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MethodPattern(text));
  }
}
