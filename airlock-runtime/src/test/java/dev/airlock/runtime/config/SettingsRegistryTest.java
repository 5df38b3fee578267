package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.AirlockConfig;
import dev.airlock.SandboxConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsRegistryTest {
  private final SettingsRegistry registry =
      new SettingsRegistry(new LoadedSettings(Settings.DEFAULT, Map.of()));

  @Test
  void aDefinedNameIsFound() {
    registry.define("small", AirlockConfig.builder().pids(32).build());

    assertThat(registry.named("small")).extracting(Settings::pids).isEqualTo(32);
    assertThat(registry.named("other")).isNull();
    assertThat(registry.names()).containsExactly("small");
  }

  @Test
  void theSameValuesAgainAreFineAndOtherValuesAreNot() {
    registry.define("small", AirlockConfig.builder().pids(32).build());
    registry.define("small", AirlockConfig.builder().set("env:AIRLOCK_PIDS", "32").build());

    assertThatIllegalStateException()
        .isThrownBy(() -> registry.define("small", AirlockConfig.builder().pids(33).build()))
        .withMessageContaining("\"small\" is defined already");
    assertThat(registry.named("small")).extracting(Settings::pids).isEqualTo(32);
  }

  @Test
  void aBadNameIsRefused() {
    for (String name : new String[] {"", "a b", "a.b", "x".repeat(65)}) {
      assertThatThrownBy(() -> registry.define(name, AirlockConfig.builder().build()))
          .isInstanceOf(SandboxConfigurationException.class)
          .hasMessageContaining("is no name for a configuration");
    }
  }
}
