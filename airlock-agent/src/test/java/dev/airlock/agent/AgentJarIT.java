package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
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
                    || name.equals("META-INF/LICENSE")
                    || name.startsWith("META-INF/licenses/"))
        .contains("dev/airlock/Gate.class", "dev/airlock/agent/AirlockAgent.class");
  }

  @Test
  void everyLibraryComesWithItsLicence() throws IOException {
    List<String> licensed = new ArrayList<>();
    try (JarFile jar = open()) {
      jar.stream()
          .map(entry -> entry.getName().split("/"))
          .filter(parts -> parts.length > 3 && parts[1].equals("licenses"))
          .forEach(parts -> licensed.add(parts[2]));
      try (InputStream list = jar.getInputStream(jar.getEntry("META-INF/licenses/README.txt"))) {
        new String(list.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains(": "))
            .forEach(line -> licensed.add(line.substring(0, line.indexOf(':'))));
      }
    }
    assertThat(libraries()).contains("kryo5", "asm").isSubsetOf(licensed);
  }

  /** Where the build unpacks them, one directory for each. */
  private static List<String> libraries() throws IOException {
    try (Stream<Path> directories =
        Files.list(AgentHarness.AGENT.resolveSibling("hidden-dependencies"))) {
      return directories
          .map(directory -> directory.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.startsWith("airlock-"))
          .map(name -> name.replaceFirst("-[0-9][^/]*$", ""))
          .toList();
    }
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
        .noneMatch(name -> name.matches("(?i)inst/META-INF/[^/]*(licen[cs]e|notice).*"))
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
