package dev.airlock.runtime.config;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that there is: its key, how its value reads, its default and its bounds.
 *
 * <p>The only place where they are written down. Parsing, validation, messages and the reference in
 * the documentation take them from here.
 */
// Types and bounds are immutable; the checker sees only what its own annotation marks.
@SuppressWarnings("ImmutableEnumChecker")
public enum Key {
  PROVIDER("airlock.provider", ValueType.PROVIDER, "auto", "Which engine makes the sandboxes."),
  ISOLATION_MINIMUM(
      "airlock.isolation.minimum",
      ValueType.ISOLATION,
      "namespaces",
      "The weakest isolation that any call accepts."),
  TIMEOUT(
      "airlock.timeout",
      ValueType.DURATION,
      "30s",
      Bounds.durations("1ms", "24h"),
      "The longest that a call may take, from entry to result."),
  ACQUIRE_TIMEOUT(
      "airlock.acquire-timeout",
      ValueType.DURATION,
      "10s",
      Bounds.durations("1ms", "24h"),
      "The longest that a call waits for a guest; never longer than its timeout."),
  REUSE("airlock.reuse", ValueType.REUSE, "call", "Which calls may share a guest."),
  POOL_MIN_IDLE(
      "airlock.pool.min-idle",
      ValueType.COUNT,
      "2",
      Bounds.counts(0, 32),
      "How many guests are kept booted for calls to come; by default never above the pool's size."),
  POOL_MAX_SIZE(
      "airlock.pool.max-size",
      ValueType.COUNT,
      "10",
      Bounds.counts(1, 256),
      "How many guests there may be at once, booted and in use."),
  POOL_IDLE_TIMEOUT(
      "airlock.pool.idle-timeout",
      ValueType.DURATION,
      "300s",
      Bounds.durations("1ms", "24h"),
      "How long a guest beyond the minimum may wait for a call."),
  MAX_PAYLOAD(
      "airlock.max-payload",
      ValueType.SIZE,
      "10MiB",
      Bounds.sizes("1KiB", "1GiB"),
      "The most bytes that receiver and arguments may take."),
  MAX_RESULT(
      "airlock.max-result",
      ValueType.SIZE,
      "10MiB",
      Bounds.sizes("1KiB", "1GiB"),
      "The most bytes that a result may take."),
  MEMORY(
      "airlock.memory",
      ValueType.SIZE,
      "512MiB",
      Bounds.sizes("64MiB", "64GiB"),
      "The memory of a guest, its files included."),
  CPUS(
      "airlock.cpus",
      ValueType.NUMBER,
      "1.0",
      Bounds.numbers(0.1, 64.0),
      "The processors that a guest may keep busy."),
  PIDS(
      "airlock.pids",
      ValueType.COUNT,
      "128",
      Bounds.counts(32, 32768),
      "The most processes and threads in a sandbox."),
  DISK(
      "airlock.disk",
      ValueType.SIZE,
      "64MiB",
      Bounds.sizes("1MiB", "64GiB"),
      "The most bytes that a guest may write to files, which live in its memory."),
  NETWORK("airlock.network", ValueType.NETWORK, "none", "What a guest may reach."),
  INTERCEPT(
      "airlock.intercept",
      ValueType.METHOD_PATTERNS,
      "",
      "Methods that run in a sandbox without an annotation."),
  RESULT_TYPES(
      "airlock.result-types",
      ValueType.CLASS_NAMES,
      "",
      "Types that a result may contain where the method's declaration leaves them open."),
  RESOURCES(
      "airlock.resources",
      ValueType.GLOBS,
      "",
      "The application's own resources that a guest may read."),
  FALLBACK(
      "airlock.fallback",
      ValueType.FALLBACK,
      "annotation",
      "Whether an annotation may let its method run on the host when there is no sandbox."),
  JAVA_HOME(
      "airlock.java-home",
      ValueType.DIRECTORY,
      System.getProperty("java.home"),
      "The JDK that guests run on; by default the one that the host runs on."),
  CACHE_DIR(
      "airlock.cache-dir",
      ValueType.DIRECTORY,
      Path.of(System.getProperty("user.home"), ".cache", "airlock").toAbsolutePath().toString(),
      "Where prepared images are kept; by default /var/cache/airlock for root, else airlock in"
          + " $XDG_CACHE_HOME or in .cache in the user's home."),
  CONFIG(
      "airlock.config",
      ValueType.PATH,
      null,
      "The settings file; by default airlock.yaml at the root of the class path, if it is there."),
  E2B_API_KEY("E2B_API_KEY", ValueType.TEXT, null, "The key to the E2B account."),
  E2B_DOMAIN("E2B_DOMAIN", ValueType.DOMAIN, null, "The domain of the E2B installation."),
  E2B_API_URL("E2B_API_URL", ValueType.URL, null, "Where E2B's control plane is."),
  E2B_SANDBOX_URL("E2B_SANDBOX_URL", ValueType.URL, null, "Where E2B's sandboxes are.");

  /**
   * The environment variable that {@link #TIMEOUT} had in the Python original. Its value may be a
   * bare number of seconds. {@code AIRLOCK_TIMEOUT} goes before it.
   */
  static final String ORIGINAL_TIMEOUT = "AIRLOCK_SANDBOX_TIMEOUT";

  private final String text;
  private final ValueType<?> type;
  private final @Nullable String defaultText;
  private final @Nullable Bounds<?> bounds;
  private final String description;

  Key(String text, ValueType<?> type, @Nullable String defaultText, String description) {
    this(text, type, defaultText, null, description);
  }

  Key(
      String text,
      ValueType<?> type,
      @Nullable String defaultText,
      @Nullable Bounds<?> bounds,
      String description) {
    this.text = text;
    this.type = type;
    this.defaultText = defaultText;
    this.bounds = bounds;
    this.description = description;
  }

  /** The key as it is typed, as in {@code airlock.pool.max-size}. */
  public String text() {
    return text;
  }

  /** The environment variable of the same meaning, as in {@code AIRLOCK_POOL_MAX_SIZE}. */
  public String variable() {
    return text.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** What to write as its value, for messages and documentation. */
  public String wanted() {
    return type.wanted();
  }

  /** The default as it would be written; null where not being set is the default. */
  public @Nullable String defaultText() {
    return defaultText;
  }

  /** Whether the default is a path of this machine, which has no place in documentation. */
  public boolean isDefaultLocal() {
    return this == JAVA_HOME || this == CACHE_DIR;
  }

  /** The least and the most that the value may be, or null if it has no bounds. */
  public @Nullable Bounds<?> bounds() {
    return bounds;
  }

  /** What the setting is, in one line. */
  public String description() {
    return description;
  }

  /** Whether the value must not be shown. */
  public boolean isSecret() {
    return name().startsWith("E2B_");
  }

  /** Whether the setting is one of the process, so that a named configuration cannot change it. */
  public boolean isProcessWide() {
    return this == CONFIG || this == INTERCEPT || this == CACHE_DIR;
  }

  /** The value that the text stands for, or null if it stands for none. Bounds are not checked. */
  @Nullable Object parse(String value) {
    return type.parse(value);
  }
}
