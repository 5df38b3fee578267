package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.runtime.config.MethodPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterceptPatternsTest {
  private final InterceptPatterns patterns =
      new InterceptPatterns(
          List.of(new MethodPattern("org.example.*#parse*"), new MethodPattern("Other#run")));

  @Test
  void concernTheClassesThatSomePatternNames() {
    assertThat(patterns.concern("org.example.deep.Parser")).isTrue();
    assertThat(patterns.concern("Other")).isTrue();
    assertThat(patterns.concern("org.Example")).isFalse();
  }

  @Test
  void nameAMethodOnlyTogetherWithItsClass() {
    assertThat(patterns.name("org.example.Parser", "parseAll")).isTrue();
    assertThat(patterns.name("Other", "run")).isTrue();
    assertThat(patterns.name("Other", "parseAll")).isFalse();
    assertThat(patterns.name("org.example.Parser", "run")).isFalse();
  }

  @Test
  void noPatternsConcernNoClass() {
    InterceptPatterns none = new InterceptPatterns(List.of());
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.concern("org.example.Parser")).isFalse();
    assertThat(patterns.isEmpty()).isFalse();
  }
}
