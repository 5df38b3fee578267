package dev.airlock.runtime.config;

import java.time.Duration;
import java.util.Objects;

/**
 * The least and the most that a value may be, both included.
 *
 * @param <T> the type of the value
 */
public final class Bounds<T extends Comparable<? super T>> {
  private final Class<T> type;
  private final T least;
  private final T most;
  private final String text;

  private Bounds(Class<T> type, T least, T most, String text) {
    this.type = type;
    this.least = least;
    this.most = most;
    this.text = text;
  }

  static Bounds<Integer> counts(int least, int most) {
    return new Bounds<>(Integer.class, least, most, least + " to " + most);
  }

  static Bounds<Double> numbers(double least, double most) {
    return new Bounds<>(Double.class, least, most, least + " to " + most);
  }

  static Bounds<Duration> durations(String least, String most) {
    Duration shortest = Objects.requireNonNull(DurationText.parse(least), least);
    Duration longest = Objects.requireNonNull(DurationText.parse(most), most);
    return new Bounds<>(Duration.class, shortest, longest, least + " to " + most);
  }

  static Bounds<Long> sizes(String least, String most) {
    Long smallest = Objects.requireNonNull(SizeText.parse(least), least);
    Long largest = Objects.requireNonNull(SizeText.parse(most), most);
    return new Bounds<>(Long.class, smallest, largest, least + " to " + most);
  }

  /** Whether the value lies within. A value of another type, and {@code NaN}, does not. */
  public boolean admit(Object value) {
    if (!type.isInstance(value)) {
      return false;
    }
    T number = type.cast(value);
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  /** Both ends as they would be written, as in {@code 1ms to 24h}. */
  @Override
  public String toString() {
    return text;
  }
}
