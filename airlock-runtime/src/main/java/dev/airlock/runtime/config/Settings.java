package dev.airlock.runtime.config;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import dev.airlock.sandbox.Limits;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of every setting: of the process, or of one named configuration.
 *
 * <p>Immutable and thread-safe. {@link Key} has the meaning and the bounds of each; {@link
 * SettingsLoader} makes only instances that are within them.
 *
 * @param provider the id of the provider, or {@code auto}
 * @param isolationMinimum the weakest isolation that a call accepts; never {@code DEFAULT}
 * @param timeout the longest that a call may take
 * @param acquireTimeout the longest that a call waits for a guest
 * @param reuse which calls may share a guest; never {@code DEFAULT}
 * @param pool how many guests there are
 * @param maxPayload the most bytes that receiver and arguments may take
 * @param maxResult the most bytes that a result may take
 * @param memory the memory of a guest, in bytes
 * @param cpus the processors of a guest
 * @param pids the most processes and threads in a sandbox
 * @param disk the most bytes in files of a guest
 * @param network what a guest may reach; never {@code DEFAULT}
 * @param intercept methods to sandbox without an annotation
 * @param resultTypes binary names of types that results may contain in open places
 * @param resources globs of the application's resources that a guest may read
 * @param fallback who decides whether a body may run on the host
 * @param javaHome the JDK that guests run on
 * @param cacheDir where prepared images are kept; it need not exist
 * @param configFile the settings file that was named, or null
 * @param e2b how to reach E2B
 * @param given the keys that were set; the values of the others are defaults
 */
public record Settings(
    String provider,
    Isolation isolationMinimum,
    @Within(Key.TIMEOUT) Duration timeout,
    @Within(Key.ACQUIRE_TIMEOUT) Duration acquireTimeout,
    Reuse reuse,
    @Valid PoolSettings pool,
    @Within(Key.MAX_PAYLOAD) long maxPayload,
    @Within(Key.MAX_RESULT) long maxResult,
    @Within(Key.MEMORY) long memory,
    @Within(Key.CPUS) double cpus,
    @Within(Key.PIDS) int pids,
    @Within(Key.DISK) long disk,
    Network network,
    List<MethodPattern> intercept,
    List<String> resultTypes,
    List<String> resources,
    Fallback fallback,
    Path javaHome,
    Path cacheDir,
    @Nullable Path configFile,
    E2bSettings e2b,
    Set<Key> given) {
  /** What holds where nothing is set. */
  public static final Settings DEFAULT = SettingsBinder.defaults();

  /** Settings; the collections are copied. */
  public Settings {
    intercept = List.copyOf(intercept);
    resultTypes = List.copyOf(resultTypes);
    resources = List.copyOf(resources);
    given = Set.copyOf(given);
  }

  /**
   * Whether the key was set. A default is nobody's wish: an annotation may ask for more than it,
   * but never for more than what was set.
   */
  public boolean isGiven(Key key) {
    return given.contains(key);
  }

  /** What a guest may use at most. */
  public Limits limits() {
    return new Limits(memory, cpus, pids, disk);
  }
}
