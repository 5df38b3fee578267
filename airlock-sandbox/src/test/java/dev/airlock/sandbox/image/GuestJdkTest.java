package dev.airlock.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.SandboxStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestJdkTest {
  @TempDir Path directory;
  private Path home;

  @BeforeEach
  void makeARuntime() throws IOException {
    home = directory.toRealPath().resolve("jdk");
    for (String file : new String[] {"bin/java", "lib/server/libjvm.so", "lib/modules"}) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.createFile(home.resolve(file));
    }
    Files.createDirectory(home.resolve("conf"));
    Files.writeString(home.resolve("release"), "OS_NAME=\"Linux\"\nJAVA_VERSION=\"17.0.15\"\n");
  }

  @Test
  void linksThatLeaveItAreFoundWithThePathsThatTheGuestSees() throws Exception {
    Path elsewhere = Files.createDirectories(home.resolveSibling("etc/jdk"));
    Path settings = Files.writeString(elsewhere.resolve("jvm.cfg"), "-server KNOWN");
    Files.createSymbolicLink(home.resolve("lib/jvm.cfg"), settings);
    Files.createSymbolicLink(home.resolve("conf/relative"), Path.of("../../etc/jdk/jvm.cfg"));
    Files.createSymbolicLink(home.resolve("lib/inside"), Path.of("modules"));
    Files.createSymbolicLink(home.resolve("lib/dangling"), Path.of("/nowhere/at/all"));
    Files.createSymbolicLink(home.resolve("lib/src.zip"), settings.resolveSibling("src.zip"));
    Files.createFile(elsewhere.resolve("src.zip"));

    assertThat(GuestJdk.at(home).outside())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(settings.toString(), settings, "/etc/jdk/jvm.cfg", settings));
  }

  @Test
  void theIdentityChangesWithTheRuntimeAndWithWhatItsLinksLeadTo() throws Exception {
    Path settings = Files.writeString(directory.resolve("jvm.cfg"), "-server KNOWN");
    Files.createSymbolicLink(home.resolve("lib/jvm.cfg"), settings);
    String before = GuestJdk.at(home).identity();
    Files.writeString(settings, "-server KNOWN\n-client IGNORE");
    String after = GuestJdk.at(home).identity();
    Files.writeString(home.resolve("lib/modules"), "new");
    assertThat(after).isNotEqualTo(before);
    assertThat(GuestJdk.at(home).identity()).isNotEqualTo(after);
  }

  @Test
  void theVersionIsRead() throws Exception {
    assertThat(GuestJdk.at(home).feature()).isEqualTo(17);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
    assertThat(GuestJdk.at(home).feature()).isEqualTo(25);
    Files.writeString(home.resolve("release"), "");
    assertThat(GuestJdk.at(home).feature()).isZero();
  }

  @Test
  void anIncompleteOneIsRefusedByName() throws Exception {
    Files.delete(home.resolve("lib/server/libjvm.so"));
    assertThatThrownBy(() -> GuestJdk.at(home))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("lib/server/libjvm.so is missing");
  }
}
