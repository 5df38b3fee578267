package dev.airlock.sandbox.door;

import java.util.regex.Pattern;

/**
 * Globs over entry names: {@code *} stays within a segment, {@code **} does not, {@code ?} is one
 * character of a segment.
 */
final class Globs {
  private Globs() {}

  /** A pattern for a whole entry name. */
  static Pattern compile(String glob, int flags) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '?') {
        regex.append("[^/]");
      } else if (c != '*') {
        regex.append(Pattern.quote(String.valueOf(c)));
      } else if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        regex.append("[^/]*");
      }
    }
    return Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
  }

  /** Whether a glob is the name of one entry. */
  static boolean isExact(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0;
  }
}
