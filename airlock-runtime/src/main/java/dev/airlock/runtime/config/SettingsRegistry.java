package dev.airlock.runtime.config;

import dev.airlock.AirlockConfig;
import dev.airlock.SandboxConfigurationException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The global settings and the named ones, to which programs add. Thread-safe. */
public final class SettingsRegistry {
  private final Settings global;
  private final Map<String, Settings> named;

  /** A registry of what the process starts with. */
  public SettingsRegistry(LoadedSettings loaded) {
    global = loaded.global();
    named = new ConcurrentHashMap<>(loaded.named());
  }

  /** What holds for every call. */
  public Settings global() {
    return global;
  }

  /** The configuration of that name, or null if there is none. */
  public @Nullable Settings named(String name) {
    return named.get(name);
  }

  /** The names of the configurations that there are now, sorted. */
  public Set<String> names() {
    return new TreeSet<>(named.keySet());
  }

  /**
   * Gives a name to a configuration. Doing it again with the same values does nothing.
   *
   * @throws SandboxConfigurationException if the name or a value is wrong, naming each
   * @throws IllegalStateException if the name has other values, in the settings file or from an
   *     earlier call
   */
  public void define(String name, AirlockConfig config) {
    SettingsLoader.checkName(name);
    Settings settings = SettingsLoader.of(config, global);
    Settings earlier = named.putIfAbsent(name, settings);
    if (earlier != null && !earlier.equals(settings)) {
      throw new IllegalStateException(
          "The configuration \""
              + name
              + "\" is defined already with other values. Use another name, or the same values.");
    }
  }
}
