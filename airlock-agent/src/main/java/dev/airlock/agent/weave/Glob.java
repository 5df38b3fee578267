package dev.airlock.agent.weave;

/**
 * A pattern for names: {@code *} stands for any characters but {@code /}, {@code **} for any.
 *
 * <p>Matching allocates nothing and never takes more than the product of both lengths. Immutable.
 */
record Glob(String pattern) {
  /** Whether the whole name matches. */
  boolean matches(String name) {
    int p = 0;
    int n = 0;
    // Where to go on after a mismatch: behind the wildcard, with one more character given to it.
    int star = -1;
    int starName = 0;
    int deep = -1;
    int deepName = 0;
    while (n < name.length() || p < pattern.length()) {
      if (pattern.startsWith("**", p)) {
        p += 2;
        deep = p;
        deepName = n;
        star = -1;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        p++;
        star = p;
        starName = n;
      } else if (p < pattern.length() && n < name.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0 && starName < name.length() && name.charAt(starName) != '/') {
        p = star;
        n = ++starName;
      } else if (deep >= 0 && deepName < name.length()) {
        p = deep;
        n = ++deepName;
        star = -1;
      } else {
        return false;
      }
    }
    return true;
  }
}
