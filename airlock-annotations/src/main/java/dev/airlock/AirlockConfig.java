package dev.airlock;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings for sandboxes and calls, by key. What is not set here comes from the global
 * configuration.
 *
 * <p>The keys are those of the documentation ({@code airlock.timeout}, …) and mean the same as a
 * system property, as an environment variable (upper case, with {@code _}), in {@code airlock.yaml}
 * and here. Where a named configuration and the global one differ, the stricter value holds.
 *
 * <p>Immutable and thread-safe. The runtime checks the values when a configuration is built (where
 * there is a runtime) and again when it is used, and reports every wrong one at once.
 */
public final class AirlockConfig {
  private static final String PREFIX = "airlock.";

  private final Map<String, String> settings;

  private AirlockConfig(Map<String, String> settings) {
    this.settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The settings that this process was started with: system properties that start with {@code
   * airlock.}, and environment variables that start with {@code AIRLOCK_} where no such property is
   * set.
   *
   * @throws SandboxConfigurationException if a runtime is there to check them and a value is wrong
   */
  public static AirlockConfig fromEnvironment() {
    Builder builder = builder();
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().startsWith("AIRLOCK_")) {
        builder.settings.put("env:" + variable.getKey(), variable.getValue());
      }
    }
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        builder.settings.put(name, System.getProperty(name));
      }
    }
    return builder.build();
  }

  /**
   * What is set, key to text as it would stand in a file. A key that starts with {@code env:} is an
   * environment variable, which the runtime matches with its key.
   */
  public Map<String, String> settings() {
    return settings;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AirlockConfig that && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return settings.hashCode();
  }

  /** The keys that are set. Values may be secret and are left out. */
  @Override
  public String toString() {
    return "AirlockConfig" + settings.keySet();
  }

  /** Collects settings. Not thread-safe. Setting a key twice keeps the later value. */
  public static final class Builder {
    private final Map<String, String> settings = new TreeMap<>();

    private Builder() {}

    /**
     * {@code airlock.provider}: {@code auto}, {@code e2b}, {@code microvm}, {@code gvisor}, {@code
     * bubblewrap}.
     */
    public Builder provider(String id) {
      return set("airlock.provider", id);
    }

    /** {@code airlock.isolation.minimum}: the weakest isolation that a call accepts. */
    public Builder isolationMinimum(Isolation isolation) {
      return set("airlock.isolation.minimum", keyword(isolation));
    }

    /** {@code airlock.timeout}: the longest that a call may take. */
    public Builder timeout(Duration timeout) {
      return set("airlock.timeout", text(timeout));
    }

    /** {@code airlock.acquire-timeout}: the longest that a call waits for a guest. */
    public Builder acquireTimeout(Duration timeout) {
      return set("airlock.acquire-timeout", text(timeout));
    }

    /** {@code airlock.reuse}: which calls may share a guest. */
    public Builder reuse(Reuse reuse) {
      return set("airlock.reuse", keyword(reuse));
    }

    /** {@code airlock.pool.min-idle}: how many guests are kept booted for calls to come. */
    public Builder poolMinIdle(int guests) {
      return set("airlock.pool.min-idle", Integer.toString(guests));
    }

    /** {@code airlock.pool.max-size}: how many guests there may be at once, booted and in use. */
    public Builder poolMaxSize(int guests) {
      return set("airlock.pool.max-size", Integer.toString(guests));
    }

    /**
     * {@code airlock.pool.idle-timeout}: how long a guest beyond the minimum may wait for a call.
     */
    public Builder poolIdleTimeout(Duration timeout) {
      return set("airlock.pool.idle-timeout", text(timeout));
    }

    /** {@code airlock.max-payload}: the most bytes that receiver and arguments may take. */
    public Builder maxPayload(long bytes) {
      return set("airlock.max-payload", bytes + "B");
    }

    /** {@code airlock.max-result}: the most bytes that a result may take. */
    public Builder maxResult(long bytes) {
      return set("airlock.max-result", bytes + "B");
    }

    /** {@code airlock.memory}: the memory of a guest, in bytes. */
    public Builder memory(long bytes) {
      return set("airlock.memory", bytes + "B");
    }

    /** {@code airlock.cpus}: the processors of a guest. */
    public Builder cpus(double cpus) {
      return set("airlock.cpus", Double.toString(cpus));
    }

    /** {@code airlock.pids}: the most processes and threads in a sandbox. */
    public Builder pids(int pids) {
      return set("airlock.pids", Integer.toString(pids));
    }

    /** {@code airlock.disk}: the most bytes that a guest may write to files. */
    public Builder disk(long bytes) {
      return set("airlock.disk", bytes + "B");
    }

    /** {@code airlock.network}: what a guest may reach. */
    public Builder network(Network network) {
      return set("airlock.network", keyword(network));
    }

    /** {@code airlock.result-types}: types that results may contain in open places. */
    public Builder resultTypes(Class<?>... types) {
      return set(
          "airlock.result-types",
          Arrays.stream(types).map(Class::getName).collect(Collectors.joining(",")));
    }

    /**
     * {@code airlock.fallback=never}: no annotation of this configuration may fall back to the
     * host.
     */
    public Builder fallbackNever() {
      return set("airlock.fallback", "never");
    }

    /**
     * Any setting, as text.
     *
     * @param key a documented key, as in {@code airlock.timeout}
     * @param value as it would stand in a file, as in {@code 30s}
     */
    public Builder set(String key, String value) {
      settings.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * The configuration.
     *
     * @throws SandboxConfigurationException if a runtime is there to check it and a key or a value
     *     is wrong; the message names each one with its bounds
     */
    public AirlockConfig build() {
      AirlockConfig config = new AirlockConfig(settings);
      HostRuntime runtime = Gate.runtime();
      if (runtime != null) {
        runtime.check(config);
      }
      return config;
    }

    private static String keyword(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(Duration duration) {
      return duration.toMillis() + "ms";
    }
  }
}
