package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.Main -d out A.java",
        "jdk.jartool/sun.tools.jar.Main --version",
        "java.base/sun.security.tools.keytool.Main",
        "com.sun.tools.javac.Main",
      })
  void toolsAreLeftAlone(String command) {
    assertThat(JdkTool.isTool(command)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.launcher.Main App.java",
        "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher App.java",
        "jdk.jshell.execution.RemoteExecutionControl 4711",
        "org.example.Main sun.tools.jar.Main",
        "app.jar",
        "",
      })
  void whatRunsApplicationCodeIsNot(String command) {
    assertThat(JdkTool.isTool(command)).isFalse();
  }
}
