package dev.airlock.runtime.config;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes {@link Settings} of values by key, and finds the value of a key in them. */
final class SettingsBinder {
  private final Map<Key, Object> values;

  private SettingsBinder(Map<Key, Object> values) {
    this.values = values;
  }

  /** The settings of a process in which nothing is set. */
  static Settings defaults() {
    EnumMap<Key, Object> values = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      String text = key.defaultText();
      if (text != null) {
        values.put(key, Objects.requireNonNull(key.parse(text), key.text()));
      }
    }
    return new SettingsBinder(values).settings(Set.of());
  }

  /** The base with other values for some keys, which are then given. */
  static Settings bind(Map<Key, Object> given, Settings base) {
    EnumMap<Key, Object> values = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      Object value = given.containsKey(key) ? given.get(key) : valueOf(key, base);
      if (value != null) {
        values.put(key, value);
      }
    }
    EnumSet<Key> all = EnumSet.noneOf(Key.class);
    all.addAll(base.given());
    all.addAll(given.keySet());
    SettingsBinder binder = new SettingsBinder(values);
    if (!all.contains(Key.POOL_MIN_IDLE)) {
      // A pool of one is a sound wish; it must not fail on a default that nobody typed.
      int minIdle = binder.get(Key.POOL_MIN_IDLE, Integer.class);
      int maxSize = binder.get(Key.POOL_MAX_SIZE, Integer.class);
      values.put(Key.POOL_MIN_IDLE, Math.min(minIdle, maxSize));
    }
    return binder.settings(all);
  }

  private Settings settings(Set<Key> given) {
    return new Settings(
        get(Key.PROVIDER, String.class),
        get(Key.ISOLATION_MINIMUM, Isolation.class),
        get(Key.TIMEOUT, Duration.class),
        get(Key.ACQUIRE_TIMEOUT, Duration.class),
        get(Key.REUSE, Reuse.class),
        new PoolSettings(
            get(Key.POOL_MIN_IDLE, Integer.class),
            get(Key.POOL_MAX_SIZE, Integer.class),
            get(Key.POOL_IDLE_TIMEOUT, Duration.class)),
        get(Key.MAX_PAYLOAD, Long.class),
        get(Key.MAX_RESULT, Long.class),
        get(Key.MEMORY, Long.class),
        get(Key.CPUS, Double.class),
        get(Key.PIDS, Integer.class),
        get(Key.DISK, Long.class),
        get(Key.NETWORK, Network.class),
        getList(Key.INTERCEPT, MethodPattern.class),
        getList(Key.RESULT_TYPES, String.class),
        getList(Key.RESOURCES, String.class),
        get(Key.FALLBACK, Fallback.class),
        get(Key.JAVA_HOME, Path.class),
        get(Key.CACHE_DIR, Path.class),
        (Path) values.get(Key.CONFIG),
        new E2bSettings(
            (String) values.get(Key.E2B_API_KEY),
            (String) values.get(Key.E2B_DOMAIN),
            (String) values.get(Key.E2B_API_URL),
            (String) values.get(Key.E2B_SANDBOX_URL)),
        given);
  }

  private <T> T get(Key key, Class<T> type) {
    return type.cast(Objects.requireNonNull(values.get(key), key.text()));
  }

  private <T> List<T> getList(Key key, Class<T> elements) {
    List<?> list = get(key, List.class);
    return list.stream().map(elements::cast).toList();
  }

  /** The value of a key in the settings, or null if it has none. */
  static @Nullable Object valueOf(Key key, Settings settings) {
    return switch (key) {
      case PROVIDER -> settings.provider();
      case ISOLATION_MINIMUM -> settings.isolationMinimum();
      case TIMEOUT -> settings.timeout();
      case ACQUIRE_TIMEOUT -> settings.acquireTimeout();
      case REUSE -> settings.reuse();
      case POOL_MIN_IDLE -> settings.pool().minIdle();
      case POOL_MAX_SIZE -> settings.pool().maxSize();
      case POOL_IDLE_TIMEOUT -> settings.pool().idleTimeout();
      case MAX_PAYLOAD -> settings.maxPayload();
      case MAX_RESULT -> settings.maxResult();
      case MEMORY -> settings.memory();
      case CPUS -> settings.cpus();
      case PIDS -> settings.pids();
      case DISK -> settings.disk();
      case NETWORK -> settings.network();
      case INTERCEPT -> settings.intercept();
      case RESULT_TYPES -> settings.resultTypes();
      case RESOURCES -> settings.resources();
      case FALLBACK -> settings.fallback();
      case JAVA_HOME -> settings.javaHome();
      case CACHE_DIR -> settings.cacheDir();
      case CONFIG -> settings.configFile();
      case E2B_API_KEY -> settings.e2b().apiKey();
      case E2B_DOMAIN -> settings.e2b().domain();
      case E2B_API_URL -> settings.e2b().apiUrl();
      case E2B_SANDBOX_URL -> settings.e2b().sandboxUrl();
    };
  }
}
