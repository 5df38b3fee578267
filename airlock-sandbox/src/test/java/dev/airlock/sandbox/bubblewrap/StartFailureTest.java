package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.image.GuestJdk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {
  private static final GuestJdk JDK = new GuestJdk(Path.of("/opt/jdk"), "");

  @TempDir Path settings;

  @ParameterizedTest
  @CsvSource({
    "kernel/unprivileged_userns_clone, 0, sysctl -w kernel.unprivileged_userns_clone=1",
    "user/max_user_namespaces, 0, sysctl -w user.max_user_namespaces=10000",
    "kernel/apparmor_restrict_unprivileged_userns, 1, AppArmor"
  })
  void theSettingThatForbidsNamespacesIsNamed(String file, String value, String remedy)
      throws Exception {
    Files.createDirectories(settings.resolve(file).getParent());
    Files.writeString(settings.resolve(file), value + "\n");
    SandboxStartException failure = failure("bwrap: setting up uid map: Permission denied");
    assertThat(failure).hasMessageContaining(file.replace('/', '.') + " = " + value);
    assertThat(failure.remedy()).contains(remedy);
  }

  @Test
  void settingsThatAllowNamespacesAreNotBlamed() throws Exception {
    Files.createDirectories(settings.resolve("user"));
    Files.writeString(settings.resolve("user/max_user_namespaces"), "96365\n");
    SandboxStartException failure =
        failure("bwrap: No permissions to create new namespace, likely because");
    assertThat(failure).hasMessageContaining("status 1 and said: bwrap: No permissions");
    assertThat(failure.remedy()).contains("In a container");
  }

  @Test
  void aRootThatMayNotChangeItsUserIsTold() {
    assertThat(failure("setpriv: setresuid failed: Invalid argument").remedy())
        .contains("CAP_SETUID");
  }

  private SandboxStartException failure(String said) {
    return StartFailure.of(new ExitReport(1, said), JDK, settings);
  }
}
