package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.AirlockConfig;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  @Test
  void theDefaultsAreValid() {
    assertThat(SettingsCheck.outOfBounds(Settings.DEFAULT)).isEmpty();
  }

  @Test
  void everyKeyWithBoundsIsConstrained() {
    List<Key> constrained =
        Stream.of(Settings.class, PoolSettings.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .map((Field field) -> field.getAnnotation(Within.class))
            .filter(Objects::nonNull)
            .map(Within::value)
            .toList();

    assertThat(constrained)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Key.values()).filter(key -> key.bounds() != null).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "airlock.timeout, 0ms, 1ms, 24h, 86400001ms",
    "airlock.acquire-timeout, 0s, 1ms, 1440m, 25h",
    "airlock.pool.min-idle, -1, 0, 10, 33",
    "airlock.pool.max-size, 0, 1, 256, 257",
    "airlock.pool.idle-timeout, 0ms, 1ms, 24h, 9999999999999h",
    "airlock.max-payload, 1023B, 1KiB, 1GiB, 1073741825B",
    "airlock.max-result, 0B, 1024B, 1024MiB, 2GiB",
    // The last is 1GiB for arithmetic that overflows.
    "airlock.memory, 67108863B, 64MiB, 64GiB, 17179869185GiB",
    "airlock.cpus, 0.09, 0.1, 64, 64.1",
    "airlock.pids, 31, 32, 32768, 32769",
    "airlock.disk, 1023KiB, 1MiB, 512MiB, 65GiB",
  })
  void boundsAreInclusive(String key, String below, String least, String most, String above) {
    for (String good : List.of(least, most)) {
      assertThatCode(() -> set(key, good)).as(good).doesNotThrowAnyException();
    }
    for (String bad : List.of(below, above)) {
      assertThatThrownBy(() -> set(key, bad))
          .as(bad)
          .hasMessageContaining(key + " = \"" + bad + "\" (AirlockConfig): is out of bounds");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "airlock.cpus, NaN",
    "airlock.cpus, 1e3",
    "airlock.cpus, 0x1p0",
    "airlock.pids, 99999999999",
    "airlock.pids, 64.0",
    "airlock.memory, 512",
    "airlock.memory, 512MB",
    "airlock.timeout, -1s",
    "airlock.timeout, 1.5s",
    "airlock.timeout, ''",
    "airlock.provider, docker",
    "airlock.network, all",
    "airlock.network, default",
    "airlock.reuse, default",
    "airlock.fallback, always",
    "airlock.intercept, org.example.Parser",
    "airlock.intercept, 'a.B#c,,a.B#d'",
    "airlock.result-types, 'org/example/Shape'",
    "airlock.resources, '../secret'",
    "airlock.resources, 'a/../b'",
    "airlock.resources, '/etc/passwd'",
    "airlock.java-home, relative/jdk",
  })
  void whatDoesNotReadAsAValueIsRefused(String key, String bad) {
    assertThatThrownBy(() -> set(key, bad)).hasMessageContaining(key + " = ");
  }

  private static Settings set(String key, String value) {
    return SettingsLoader.of(AirlockConfig.builder().set(key, value).build(), Settings.DEFAULT);
  }
}
