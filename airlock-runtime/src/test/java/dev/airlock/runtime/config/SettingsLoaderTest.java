package dev.airlock.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.AirlockConfig;
import dev.airlock.Isolation;
import dev.airlock.Reuse;
import dev.airlock.SandboxConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  private static final ClassLoader NO_FILE = new URLClassLoader(new URL[0], null);

  @TempDir Path directory;

  @Test
  void nothingSetGivesTheDefaults() {
    LoadedSettings loaded = load(Map.of(), Map.of());

    assertThat(loaded.global()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.named()).isEmpty();
    assertThat(loaded.global().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(loaded.global().pool()).isEqualTo(new PoolSettings(2, 10, Duration.ofMinutes(5)));
    assertThat(loaded.global().maxPayload()).isEqualTo(10L << 20);
    assertThat(loaded.global().given()).isEmpty();
  }

  @Test
  void aPropertyGoesBeforeAVariableAndThatBeforeTheFile() throws IOException {
    Path file = write("airlock:\n  timeout: 1s\n  pids: 33\n  cpus: 3.5\n");
    Map<String, String> variables =
        Map.of("AIRLOCK_CONFIG", file.toString(), "AIRLOCK_TIMEOUT", "2s", "AIRLOCK_PIDS", "34");

    Settings settings = load(variables, Map.of("airlock.timeout", "3s")).global();

    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.pids()).isEqualTo(34);
    assertThat(settings.cpus()).isEqualTo(3.5);
    assertThat(settings.given())
        .containsExactlyInAnyOrder(Key.TIMEOUT, Key.PIDS, Key.CPUS, Key.CONFIG);
  }

  @Test
  void dotsAndDashesOfAKeyAreUnderscoresInItsVariable() {
    Settings settings =
        load(Map.of("AIRLOCK_POOL_MAX_SIZE", "7", "AIRLOCK_MAX_RESULT", "2MiB"), Map.of()).global();

    assertThat(settings.pool().maxSize()).isEqualTo(7);
    assertThat(settings.maxResult()).isEqualTo(2L << 20);
  }

  @Test
  void theFileIsFoundAtTheRootOfTheClassPath() throws IOException {
    Files.writeString(directory.resolve("airlock.yaml"), "airlock.reuse: pool\n");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
      assertThat(SettingsLoader.load(Map.of(), new Properties(), loader).global().reuse())
          .isEqualTo(Reuse.POOL);
    }
  }

  @Test
  void aFileMayNameConfigurationsThatStandOnTheGlobalOne() throws IOException {
    Path file =
        write(
            """
            airlock:
              memory: 256MiB
              result-types: [org.example.A, org.example.B$C]
              configs:
                heavy:
                  memory: 1GiB
                  pool.max-size: 3
            """);

    LoadedSettings loaded = load(Map.of("AIRLOCK_CONFIG", file.toString()), Map.of());

    assertThat(loaded.global().memory()).isEqualTo(256L << 20);
    Settings heavy = loaded.named().get("heavy");
    assertThat(heavy.memory()).isEqualTo(1L << 30);
    assertThat(heavy.pool().maxSize()).isEqualTo(3);
    assertThat(heavy.resultTypes()).containsExactly("org.example.A", "org.example.B$C");
  }

  @Test
  void everyProblemOfEverySourceIsReportedAtOnce() throws IOException {
    Path file = write("airlock:\n  cpus: 65\n  tmeout: 3s\n  configs:\n    a b: {pids: 1}\n");
    Map<String, String> variables =
        Map.of("AIRLOCK_CONFIG", file.toString(), "AIRLOCK_POOL_MAXSIZE", "3");
    Map<String, String> properties =
        Map.of("airlock.timeout", "30", "airlock.memory", "1", "airlock.pids", "31");

    assertThatThrownBy(() -> load(variables, properties))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageStartingWith("The configuration is wrong in 8 places:")
        .hasMessageContaining(
            "airlock.timeout = \"30\" (system property): is not a whole number and a unit, as in"
                + " 500ms, 30s, 5m or 2h, from 1ms to 24h.")
        .hasMessageContaining("airlock.memory = \"1\" (system property)")
        .hasMessageContaining("it may be 32 to 32768")
        .hasMessageContaining("The nearest one is AIRLOCK_POOL_MAX_SIZE.")
        .hasMessageContaining("airlock.tmeout (" + file + ", line 3, column 3)")
        .hasMessageContaining("The nearest one is airlock.timeout.")
        .hasMessageContaining("airlock.cpus = \"65\"")
        .hasMessageContaining("\"a b\" is no name for a configuration")
        .hasMessageContaining("airlock.pids = \"1\" (" + file + ", line 5, column 11)");
  }

  @Test
  void aValueIsEscapedAndCut() {
    assertThatThrownBy(
            () -> load(Map.of(), Map.of("airlock.timeout", "\u001b[2J" + "x".repeat(99))))
        .hasMessageContaining("\\u001b[2J")
        .hasMessageContaining("… (23 more)")
        .hasMessageNotContaining("\u001b");
  }

  @Test
  void isolationCannotBeTurnedOff() {
    for (String weak : List.of("none", "default", "off", "")) {
      assertThatThrownBy(() -> load(Map.of("AIRLOCK_ISOLATION_MINIMUM", weak), Map.of()))
          .as(weak)
          .isInstanceOf(SandboxConfigurationException.class)
          .hasMessageContaining("one of namespaces, userspace-kernel, microvm");
    }
    assertThat(load(Map.of("AIRLOCK_ISOLATION_MINIMUM", "MICROVM"), Map.of()).global())
        .extracting(Settings::isolationMinimum)
        .isEqualTo(Isolation.MICROVM);
  }

  @Test
  void theOriginalTimeoutIsInSecondsAndGivesWayToItsSuccessor() {
    assertThat(load(Map.of("AIRLOCK_SANDBOX_TIMEOUT", "45"), Map.of()).global().timeout())
        .isEqualTo(Duration.ofSeconds(45));
    assertThat(load(Map.of("AIRLOCK_SANDBOX_TIMEOUT", "500ms"), Map.of()).global().timeout())
        .isEqualTo(Duration.ofMillis(500));
    assertThat(
            load(Map.of("AIRLOCK_SANDBOX_TIMEOUT", "45", "AIRLOCK_TIMEOUT", "2s"), Map.of())
                .global()
                .timeout())
        .isEqualTo(Duration.ofSeconds(2));
    assertThatThrownBy(() -> load(Map.of("AIRLOCK_SANDBOX_TIMEOUT", "0"), Map.of()))
        .hasMessageContaining("environment variable AIRLOCK_SANDBOX_TIMEOUT");
  }

  @Test
  void secretsAreReadAndNeverShown() {
    Settings settings =
        load(
                Map.of("E2B_API_KEY", "e2b_0123", "E2B_API_URL", "https://api.secret.example"),
                Map.of())
            .global();

    assertThat(settings.e2b().apiKey()).isEqualTo("e2b_0123");
    assertThat(settings.toString()).doesNotContain("e2b_0123", "secret.example");
    assertThatThrownBy(() -> load(Map.of("E2B_API_URL", "hunter2"), Map.of()))
        .hasMessageContaining("E2B_API_URL = \"(secret)\"")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> load(Map.of("AIRLOCK_E2B_API_KEY", "hunter2"), Map.of()))
        .hasMessageContaining("The nearest one is E2B_API_KEY.")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aPoolOfOneNeedsNoOtherKeyButAContradictionIsReported() {
    assertThat(load(Map.of(), Map.of("airlock.pool.max-size", "1")).global().pool().minIdle())
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                load(Map.of(), Map.of("airlock.pool.max-size", "3", "airlock.pool.min-idle", "4")))
        .hasMessageContaining("airlock.pool.min-idle is 4, more than airlock.pool.max-size");
  }

  @Test
  void filesLargerThanTheMemoryThatHoldsThemAreRefused() {
    assertThatThrownBy(
            () -> load(Map.of(), Map.of("airlock.memory", "64MiB", "airlock.disk", "65MiB")))
        .hasMessageContaining("airlock.disk is 68157440B, more than airlock.memory");
  }

  @Test
  void aFileThatIsNamedMustBeThere() {
    Path missing = directory.resolve("missing.yaml");

    assertThatThrownBy(() -> load(Map.of("AIRLOCK_CONFIG", missing.toString()), Map.of()))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageContaining("NoSuchFileException");
  }

  @Test
  void aFileCannotNameAnother() throws IOException {
    Path file = write("airlock.config: other.yaml");

    assertThatThrownBy(() -> load(Map.of("AIRLOCK_CONFIG", file.toString()), Map.of()))
        .hasMessageContaining("a settings file cannot name another");
  }

  @Test
  void aProgramsConfigurationStandsOnTheBase() {
    Settings base = load(Map.of(), Map.of("airlock.pids", "64", "airlock.timeout", "9s")).global();
    AirlockConfig config =
        AirlockConfig.builder()
            .timeout(Duration.ofMillis(250))
            .isolationMinimum(Isolation.USERSPACE_KERNEL)
            .memory(64L << 20)
            .cpus(2)
            .resultTypes(Map.Entry.class)
            .build();

    Settings settings = SettingsLoader.of(config, base);

    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.isolationMinimum()).isEqualTo(Isolation.USERSPACE_KERNEL);
    assertThat(settings.memory()).isEqualTo(64L << 20);
    assertThat(settings.cpus()).isEqualTo(2.0);
    assertThat(settings.pids()).isEqualTo(64);
    assertThat(settings.resultTypes()).containsExactly("java.util.Map$Entry");
  }

  @Test
  void variablesOfAProgramsConfigurationGiveWayToItsKeys() {
    AirlockConfig config =
        AirlockConfig.builder()
            .set("env:AIRLOCK_TIMEOUT", "4s")
            .set("airlock.timeout", "3s")
            .set("env:AIRLOCK_PIDS", "99")
            .build();

    Settings settings = SettingsLoader.of(config, Settings.DEFAULT);

    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.pids()).isEqualTo(99);
    assertThatThrownBy(
            () ->
                SettingsLoader.of(
                    AirlockConfig.builder().set("env:AIRLOCK_PID", "1").build(), Settings.DEFAULT))
        .hasMessageContaining("The nearest one is AIRLOCK_PIDS.");
  }

  @Test
  void whatHoldsForTheProcessCannotDifferInANamedConfiguration() {
    AirlockConfig config = AirlockConfig.builder().set("airlock.intercept", "a.B#c").build();
    Settings same = load(Map.of(), Map.of("airlock.intercept", "a.B#c")).global();

    assertThat(SettingsLoader.of(config, same).intercept()).hasSize(1);
    assertThatThrownBy(() -> SettingsLoader.of(config, Settings.DEFAULT))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageContaining("holds for the whole process");
  }

  @Test
  void whatHoldsForTheProcessCannotDifferInTheFileEither() throws IOException {
    Path file = write("airlock: {configs: {heavy: {intercept: a.B#c}}}");

    assertThatThrownBy(() -> load(Map.of("AIRLOCK_CONFIG", file.toString()), Map.of()))
        .hasMessageContaining("airlock.intercept = \"a.B#c\"")
        .hasMessageContaining("holds for the whole process");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("settings.yaml"), yaml);
  }

  private static LoadedSettings load(
      Map<String, String> variables, Map<String, String> properties) {
    Properties system = new Properties();
    system.putAll(properties);
    return SettingsLoader.load(variables, system, NO_FILE);
  }
}
