package dev.airlock.runtime.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How durations are written: a whole number and a unit, as in {@code 500ms}, {@code 30s}, {@code
 * 5m} and {@code 2h}. A number without a unit is not a duration.
 */
public final class DurationText {
  /** What to write, for messages. */
  public static final String WANTED = "a whole number and a unit, as in 500ms, 30s, 5m or 2h";

  // Thirteen digits of hours still fit a Duration, so parsing cannot overflow.
  private static final Pattern FORM = Pattern.compile("([0-9]{1,13})(ms|s|m|h)");

  private DurationText() {}

  /** The duration that the text stands for, or null if it is not one. */
  public static @Nullable Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    ChronoUnit unit =
        switch (matcher.group(2)) {
          case "ms" -> ChronoUnit.MILLIS;
          case "s" -> ChronoUnit.SECONDS;
          case "m" -> ChronoUnit.MINUTES;
          default -> ChronoUnit.HOURS;
        };
    return Duration.of(Long.parseLong(matcher.group(1)), unit);
  }
}
