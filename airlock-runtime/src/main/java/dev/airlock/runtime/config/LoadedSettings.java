package dev.airlock.runtime.config;

import java.util.Map;

/**
 * What a process starts with.
 *
 * @param global what holds for every call
 * @param named the configurations that the settings file defines, by name, each over the global one
 */
public record LoadedSettings(Settings global, Map<String, Settings> named) {
  /** Settings; the map is copied. */
  public LoadedSettings {
    named = Map.copyOf(named);
  }
}
