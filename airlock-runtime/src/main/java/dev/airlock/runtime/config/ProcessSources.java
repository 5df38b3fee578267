package dev.airlock.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The settings that a process is started with: system properties and environment variables. */
final class ProcessSources {
  private static final String PROPERTY_PREFIX = "airlock.";
  private static final String VARIABLE_PREFIX = "AIRLOCK_";

  private ProcessSources() {}

  /** The properties that start with {@code airlock.}, and those named like E2B's variables. */
  static List<RawSetting> properties(Properties system) {
    List<RawSetting> settings = new ArrayList<>();
    for (String name : new TreeSet<>(system.stringPropertyNames())) {
      if (name.startsWith(PROPERTY_PREFIX) || isOfE2b(name)) {
        settings.add(new RawSetting(name, system.getProperty(name), "system property"));
      }
    }
    return settings;
  }

  /** The variables that start with {@code AIRLOCK_}, and E2B's where they are not blank. */
  static List<RawSetting> variables(Map<String, String> environment) {
    List<RawSetting> settings = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      String value = environment.getOrDefault(name, "");
      if (name.equals(Key.ORIGINAL_TIMEOUT)) {
        if (!environment.containsKey(Key.TIMEOUT.variable())) {
          settings.add(originalTimeout(value));
        }
      } else if (name.startsWith(VARIABLE_PREFIX) || (isOfE2b(name) && !value.isBlank())) {
        settings.add(new RawSetting(name, value, "environment variable " + name));
      }
    }
    return settings;
  }

  private static RawSetting originalTimeout(String value) {
    String seconds = value.strip().matches("[0-9]+") ? value.strip() + "s" : value;
    return new RawSetting(
        Key.TIMEOUT.variable(), seconds, "environment variable " + Key.ORIGINAL_TIMEOUT);
  }

  private static boolean isOfE2b(String name) {
    return name.equals(Key.E2B_API_KEY.text())
        || name.equals(Key.E2B_DOMAIN.text())
        || name.equals(Key.E2B_API_URL.text())
        || name.equals(Key.E2B_SANDBOX_URL.text());
  }
}
