package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.config.MethodPattern;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkPatternsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.imageio.ImageIO#read",
        "java.util.Map$Entry#getKey",
        "java.sql.DriverManager#get*",
        "java.**#parse",
        "javax.*#read",
        "java.util.Array*#get",
        "org.w3c.dom.*#normalize",
      })
  void patternThatNamesTheJdkIsRefused(String pattern) {
    assertThatThrownBy(() -> refuse(pattern))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageContaining("airlock.intercept = \"" + pattern + "\"")
        .hasMessageContaining("that call them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.example.Parser#parse*",
        "javax.inject.Provider#get",
        "org.w3c.Own#normalize",
        "com.sun.tools.javac.Main#compile",
        "javaparser.Parser#parse",
        "Parser#parse",
        "*#parse",
      })
  void patternThatCanMatchTheApplicationIsNot(String pattern) {
    assertThatCode(() -> refuse(pattern)).doesNotThrowAnyException();
  }

  @Test
  void allOfThemAreNamedAtOnce() {
    assertThatThrownBy(() -> refuse("java.io.File#list", "org.example.A#b", "javax.sql.*#get"))
        .hasMessageContaining("java.io.File#list")
        .hasMessageContaining("javax.sql.*#get")
        .message()
        .doesNotContain("org.example");
  }

  private static void refuse(String... patterns) {
    JdkPatterns.refuse(
        new InterceptPatterns(Arrays.stream(patterns).map(MethodPattern::new).toList()));
  }
}
