package dev.airlock.runtime.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How sizes are written: a whole number and a unit, as in {@code 512B}, {@code 64KiB}, {@code
 * 10MiB} and {@code 1GiB}. A number without a unit is not a size.
 */
final class SizeText {
  /** What to write, for messages. */
  static final String WANTED = "a whole number and a unit, as in 512B, 64KiB, 10MiB or 1GiB";

  private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(B|KiB|MiB|GiB)");

  private SizeText() {}

  /** The bytes that the text stands for, at most {@link Long#MAX_VALUE}; null if it is no size. */
  static @Nullable Long parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int shift =
        switch (matcher.group(2)) {
          case "B" -> 0;
          case "KiB" -> 10;
          case "MiB" -> 20;
          default -> 30;
        };
    long number = Long.parseLong(matcher.group(1));
    // What is too large for a long is out of every bound, and has to be reported as that.
    return number > Long.MAX_VALUE >> shift ? Long.MAX_VALUE : number << shift;
  }
}
