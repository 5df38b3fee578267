package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What lies in the packed agent, and where. */
class AgentJarIT {
  @Test
  void rootHoldsOnlyWhatTheApplicationMaySee() throws IOException {
    assertThat(files())
        .filteredOn(name -> !name.startsWith("inst/"))
        .allMatch(
            name ->
                name.matches("dev/airlock/[A-Z][A-Za-z$]*\\.class")
                    || name.matches("dev/airlock/agent/[A-Z][A-Za-z$0-9]*\\.class")
                    || name.matches("dev/airlock/(agent/)?package-info\\.class")
                    || name.equals("META-INF/MANIFEST.MF")
                    || name.equals("META-INF/LICENSE"))
        .contains("dev/airlock/Gate.class", "dev/airlock/agent/AirlockAgent.class");
  }

  @Test
  void hiddenPartHoldsTheRuntimeAndItsLibraries() throws IOException {
    assertThat(files())
        .contains(
            "inst/dev/airlock/agent/weave/Weaving.classdata",
            "inst/dev/airlock/runtime/RuntimeStarter.classdata",
            "inst/net/bytebuddy/ByteBuddy.classdata",
            "inst/com/esotericsoftware/kryo/kryo5/Kryo.classdata");
  }

  @Test
  void hiddenPartHoldsNothingThatALoaderWouldTakeForAClass() throws IOException {
    assertThat(files())
        .filteredOn(name -> name.startsWith("inst/"))
        .noneMatch(name -> name.endsWith(".class"))
        .noneMatch(name -> name.startsWith("inst/META-INF/versions/"))
        .noneMatch(name -> name.contains("module-info"))
        .noneMatch(name -> name.matches("inst/dev/airlock/[^/]*"));
  }

  @Test
  void manifestNamesTheEntriesAndNoBootClassPath() throws IOException {
    try (JarFile jar = open()) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.airlock.agent.AirlockAgent");
      assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.airlock.agent.AirlockCommand");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
      assertThat(manifest.getValue("Multi-Release")).isNull();
    }
  }

  private static List<String> files() throws IOException {
    try (JarFile jar = open()) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  private static JarFile open() throws IOException {
    return new JarFile(AgentHarness.AGENT.toFile());
  }
}
