package dev.airlock.runtime.config;

import dev.airlock.AirlockConfig;
import dev.airlock.SandboxConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and checks settings.
 *
 * <p>A system property goes before an environment variable, and that before the settings file.
 * Everything wrong in all of them is reported at once. Thread-safe.
 */
public final class SettingsLoader {
  private static final String FILE = "airlock.yaml";
  private static final String PROGRAM = "AirlockConfig";
  private static final String VARIABLE = "env:";
  private static final Pattern NAMED = Pattern.compile("airlock\\.configs\\.([^.]*)\\.(.*)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private SettingsLoader() {}

  /**
   * Reads what this process starts with. Blocks while it reads the settings file.
   *
   * @param environment the environment variables
   * @param system the system properties
   * @param yamlFrom the loader that has {@code airlock.yaml} at its root, if no file is named
   * @throws SandboxConfigurationException naming every unknown key and every wrong value
   */
  public static LoadedSettings load(
      Map<String, String> environment, Properties system, ClassLoader yamlFrom) {
    Problems problems = new Problems("The configuration");
    List<RawSetting> sources = new ArrayList<>(ProcessSources.properties(system));
    sources.addAll(ProcessSources.variables(environment));
    Map<String, List<RawSetting>> named = new TreeMap<>();
    for (RawSetting raw : file(sources, yamlFrom, problems)) {
      Matcher matcher = NAMED.matcher(raw.name());
      if (matcher.matches()) {
        RawSetting own = new RawSetting("airlock." + matcher.group(2), raw.value(), raw.source());
        named.computeIfAbsent(matcher.group(1), name -> new ArrayList<>()).add(own);
      } else {
        sources.add(raw);
      }
    }
    Settings global = settle(GivenSettings.read(sources, problems), Settings.DEFAULT, problems);
    Map<String, Settings> configurations = new LinkedHashMap<>();
    named.forEach((name, own) -> configurations.put(name, named(name, own, global, problems)));
    problems.throwIfAny();
    return new LoadedSettings(global, configurations);
  }

  /**
   * Reads a configuration that a program made.
   *
   * @param config what it sets; of a variable and a key of the same meaning the key holds
   * @param base what holds where it sets nothing
   * @throws SandboxConfigurationException naming every unknown key and every wrong value, among
   *     them keys of the whole process whose value is not that of the base
   */
  public static Settings of(AirlockConfig config, Settings base) {
    Problems problems = new Problems("The AirlockConfig");
    List<RawSetting> sources = new ArrayList<>();
    Map<String, String> variables = new TreeMap<>();
    config
        .settings()
        .forEach(
            (name, value) -> {
              if (name.startsWith(VARIABLE)) {
                variables.put(name.substring(VARIABLE.length()), value);
              } else {
                sources.add(new RawSetting(name, value, PROGRAM));
              }
            });
    sources.addAll(ProcessSources.variables(variables));
    GivenSettings given = GivenSettings.read(sources, problems);
    refuseProcessWide(given, base, problems);
    Settings settings = settle(given, base, problems);
    problems.throwIfAny();
    return settings;
  }

  /**
   * Checks the name of a configuration.
   *
   * @throws SandboxConfigurationException if it is not 1 to 64 letters, digits, {@code -} and
   *     {@code _}
   */
  static void checkName(String name) {
    Problems problems = new Problems("The AirlockConfig");
    checkName(name, problems);
    problems.throwIfAny();
  }

  private static void checkName(String name, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          "\""
              + Problems.quote(name)
              + "\" is no name for a configuration. Write 1 to 64 letters, digits, - and _.");
    }
  }

  private static Settings named(
      String name, List<RawSetting> own, Settings global, Problems problems) {
    checkName(name, problems);
    GivenSettings given = GivenSettings.read(own, problems);
    refuseProcessWide(given, global, problems);
    return settle(given, global, problems);
  }

  private static void refuseProcessWide(GivenSettings given, Settings base, Problems problems) {
    given.values().entrySet().stream()
        .filter(entry -> entry.getKey().isProcessWide())
        .filter(
            entry ->
                !Objects.equals(entry.getValue(), SettingsBinder.valueOf(entry.getKey(), base)))
        .map(Map.Entry::getKey)
        .sorted(Comparator.naturalOrder())
        .forEach(
            key ->
                given.report(
                    key,
                    "holds for the whole process and cannot differ here. Set it as a system"
                        + " property or environment variable.",
                    problems));
  }

  private static Settings settle(GivenSettings given, Settings base, Problems problems) {
    Settings settings = SettingsBinder.bind(given.values(), base);
    SettingsCheck.check(given, settings, problems);
    return settings;
  }

  /** The settings of the file that the sources name, else of the one on the class path. */
  private static List<RawSetting> file(
      List<RawSetting> sources, ClassLoader yamlFrom, Problems problems) {
    Problems reportedLater = new Problems("");
    Object named = GivenSettings.read(sources, reportedLater).values().get(Key.CONFIG);
    String shown = named == null ? FILE : named.toString();
    try {
      if (named instanceof Path path) {
        try (InputStream in = Files.newInputStream(path)) {
          return withoutItself(YamlSource.read(shown, in, problems), problems);
        }
      }
      URL found = yamlFrom.getResource(FILE);
      if (found == null) {
        return List.of();
      }
      URLConnection connection = found.openConnection();
      // A cached connection would keep the application's jar open, or close it under others.
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return withoutItself(YamlSource.read(shown, in, problems), problems);
      }
    } catch (IOException e) {
      problems.add(
          "The settings file "
              + Problems.quote(shown)
              + " cannot be read: "
              + Problems.quote(e.toString())
              + ". Correct airlock.config or the file.");
      return List.of();
    }
  }

  private static List<RawSetting> withoutItself(List<RawSetting> settings, Problems problems) {
    for (RawSetting raw : settings) {
      if (raw.name().equals(Key.CONFIG.text())) {
        problems.add(
            raw.name(),
            raw.value(),
            raw.source(),
            "a settings file cannot name another. Set it as a system property or AIRLOCK_CONFIG.");
      }
    }
    return settings;
  }
}
