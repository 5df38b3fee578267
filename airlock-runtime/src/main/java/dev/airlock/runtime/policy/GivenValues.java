package dev.airlock.runtime.policy;

import dev.airlock.runtime.config.Fallback;
import dev.airlock.runtime.config.Key;
import dev.airlock.runtime.config.Settings;
import dev.airlock.sandbox.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a named configuration and the global one say together: where both say something, the
 * stricter.
 *
 * <p>A default says nothing. It holds where nobody said anything, and does not hold down an
 * annotation or a configuration that asks for more.
 */
final class GivenValues {
  private final List<Settings> sources;

  GivenValues(@Nullable Settings named, Settings global) {
    sources = named == null ? List.of(global) : List.of(named, global);
  }

  /** The strictest value that a key was given, which is the least one in this order. */
  <T> Optional<T> strictest(Key key, Function<Settings, T> value, Comparator<? super T> order) {
    return sources.stream().filter(source -> source.isGiven(key)).map(value).min(order);
  }

  /** The smallest value that a key was given, else its default. */
  <T extends Comparable<? super T>> T smallest(Key key, Function<Settings, T> value) {
    return strictest(key, value, Comparator.naturalOrder())
        .orElseGet(() -> value.apply(Settings.DEFAULT));
  }

  /** The smallest of each limit. */
  Limits limits() {
    long memory = smallest(Key.MEMORY, Settings::memory);
    // Files live in the memory, and the two may come from different configurations.
    long disk = Math.min(memory, smallest(Key.DISK, Settings::disk));
    return new Limits(
        memory, smallest(Key.CPUS, Settings::cpus), smallest(Key.PIDS, Settings::pids), disk);
  }

  /** Whether the global settings or the named ones forbid every fallback. */
  boolean forbidFallback() {
    return sources.stream().anyMatch(source -> source.fallback() == Fallback.NEVER);
  }

  /** The names of the types that results may contain, of both. */
  List<String> resultTypes() {
    return sources.stream().flatMap(source -> source.resultTypes().stream()).distinct().toList();
  }
}
