package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {
  @ParameterizedTest
  @CsvSource({
    "jdk.compiler, com.sun.tools.javac.Main -d out A.java",
    "jdk.jartool, sun.tools.jar.Main --version",
    "java.base, sun.security.tools.keytool.Main",
  })
  void toolsAreLeftAlone(String module, String command) {
    assertThat(JdkTool.isTool(module, module + "/" + command)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "jdk.compiler, com.sun.tools.javac.launcher.Main App.java",
    "jdk.compiler, com.sun.tools.javac.launcher.SourceLauncher App.java",
    "org.example, org.example.Main sun.tools.jar.Main",
    "org.example, sun.tools.jar.Main",
    "jdk.jartool, com.sun.tools.javac.Main",
  })
  void modulesThatRunOtherCodeAreNot(String module, String command) {
    assertThat(JdkTool.isTool(module, module + "/" + command)).isFalse();
  }

  /** What follows {@code -jar} is kept in the same place as a main class. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun.tools.x.jar",
        "sun.tools.jar.Main",
        "jdk.jartool/sun.tools.jar.Main",
        "com.sun.tools.javac.Main of an application.jar",
        "jdk.jshell.execution.RemoteExecutionControl 4711",
        "app.jar",
        "",
      })
  void commandsWithoutAModuleAreNot(String command) {
    assertThat(JdkTool.isTool(null, command)).isFalse();
  }

  @Test
  void jarThatIsCalledLikeAToolIsNotOneEvenIfSomeModuleIsNamed() {
    assertThat(JdkTool.isTool("jdk.jartool", "sun.tools.jar.Main")).isFalse();
  }
}
