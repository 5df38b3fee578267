package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.SandboxConfigurationException;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterceptPatternsTest {
  @ParameterizedTest
  @CsvSource({
    "org.example.Parser#parse*, org/example/Parser, parseAll, true",
    "org.example.Parser#parse*, org/example/Parser, print, false",
    "org.example.*#*, org/example/Parser, print, true",
    "org.example.*#*, org/example/deep/Parser, print, false",
    "org.example.**#*, org/example/deep/Parser, print, true",
    "org.example.**#*, org/examples/Parser, print, false",
    "**.Parser#parse, org/example/Parser, parse, true",
    "Parser#parse, Parser, parse, true",
    "org.example.Outer$Inner#parse, org/example/Outer$Inner, parse, true",
  })
  void matchesClassesAndMethods(String pattern, String owner, String method, boolean expected) {
    InterceptPatterns patterns = InterceptPatterns.of(List.of(pattern));
    assertThat(patterns.name(owner, method)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.example.Parser",
        "#parse",
        "org.example.Parser#",
        "org.example.Parser#<init>",
        "org.example.Parser#<clinit>",
        "org.example.Parser#parse(int)",
        "org..Parser#parse",
        "org.example.***#parse",
        "org/example/Parser#parse",
        "a#b#c",
        ""
      })
  void refusesWhatNamesNoMethod(String pattern) {
    assertThatThrownBy(() -> InterceptPatterns.of(List.of("a.B#c", pattern)))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageContaining("'" + pattern + "'")
        .hasMessageNotContaining("'a.B#c'");
  }

  @Test
  void noPatternsConcernNoClass() {
    assertThat(InterceptPatterns.of(List.of()).isEmpty()).isTrue();
    assertThat(InterceptPatterns.of(List.of()).concern("org/example/Parser")).isFalse();
  }

  @Property
  void globAgreesWithTheRegularExpression(
      @ForAll @Chars({'a', 'b', '/', '*'}) @StringLength(max = 8) String pattern,
      @ForAll @Chars({'a', 'b', '/'}) @StringLength(max = 12) String name) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append(pattern.charAt(i) == '*' ? "[^/]*" : String.valueOf(pattern.charAt(i)));
      }
    }
    assertThat(new Glob(pattern).matches(name)).isEqualTo(Pattern.matches(regex.toString(), name));
  }
}
