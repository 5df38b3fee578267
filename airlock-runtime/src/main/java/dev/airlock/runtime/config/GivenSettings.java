package dev.airlock.runtime.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some sources set, by key: the strongest value of each, read but not checked against bounds.
 */
final class GivenSettings {
  private final Map<Key, Object> values = new EnumMap<>(Key.class);
  private final Map<Key, RawSetting> origins = new EnumMap<>(Key.class);

  private GivenSettings() {}

  /**
   * Reads settings.
   *
   * @param strongestFirst what the sources have, the strongest source first
   * @param problems gets every unknown key and unreadable value of every source
   */
  static GivenSettings read(List<RawSetting> strongestFirst, Problems problems) {
    GivenSettings given = new GivenSettings();
    for (RawSetting raw : strongestFirst) {
      Key key = keyOf(raw);
      if (key == null) {
        // Its value may be a secret under a misspelt name, so it is not shown.
        problems.add(Problems.quote(raw.name()) + " (" + raw.source() + ") " + unknown(raw.name()));
        continue;
      }
      Object value = key.parse(raw.value());
      if (value == null) {
        given.report(key, raw, "is not " + key.wanted() + within(key) + ".", problems);
      } else if (given.values.putIfAbsent(key, value) == null) {
        given.origins.put(key, raw);
      }
    }
    return given;
  }

  private static @Nullable Key keyOf(RawSetting raw) {
    for (Key key : Key.values()) {
      if (key.text().equals(raw.name()) || key.variable().equals(raw.name())) {
        return key;
      }
    }
    return null;
  }

  private static String unknown(String name) {
    boolean variable = !name.startsWith("airlock");
    List<String> known =
        Arrays.stream(Key.values()).map(variable ? Key::variable : Key::text).toList();
    return "is not a key. The nearest one is " + Nearest.to(name, known).orElseThrow() + ".";
  }

  private static String within(Key key) {
    Bounds<?> bounds = key.bounds();
    return bounds == null ? "" : ", from " + bounds;
  }

  /** Says that the value of a key is wrong, and where it was set. */
  void report(Key key, String remedy, Problems problems) {
    RawSetting raw = origins.get(key);
    report(key, raw == null ? new RawSetting(key.text(), "", "default") : raw, remedy, problems);
  }

  private void report(Key key, RawSetting raw, String remedy, Problems problems) {
    String shown = key.isSecret() ? "(secret)" : raw.value();
    problems.add(key.text(), shown, raw.source(), remedy);
  }

  /** The values by key. */
  Map<Key, Object> values() {
    return values;
  }
}
