package dev.airlock.sandbox.shim;

import java.util.List;
import java.util.Map;

/**
 * A class such as applications have, for {@link WarmUp}. It stands alone, so that nobody asks for
 * another.
 */
record Sample(String text, Map<String, Long> numbers) {
  Sample renew(int count, List<Object> values) {
    if (count < 0) {
      throw new IllegalArgumentException("A count of " + count + " is negative.");
    }
    return new Sample(text + values, numbers);
  }
}
