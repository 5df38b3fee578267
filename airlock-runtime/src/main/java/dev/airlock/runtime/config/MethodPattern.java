package dev.airlock.runtime.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Methods by name, as in {@code org.example.Parser#parse*}. Immutable.
 *
 * <p>Before the {@code #} stands the binary name of a class, after it the name of a method. A
 * {@code *} stands for any characters, dots included, and {@code **} for the same: a pattern rather
 * takes in too much than too little, because what it leaves out runs on the host.
 *
 * @param text the pattern
 */
public record MethodPattern(String text) {
  /** What to write, for messages. */
  static final String WANTED = "class#method, as in org.example.Parser#parse*";

  private static final String PART = "[\\p{javaJavaIdentifierPart}*]+";
  private static final Pattern FORM = Pattern.compile("(?:" + PART + "\\.)*" + PART + "#" + PART);

  /**
   * A pattern.
   *
   * @throws IllegalArgumentException if the text is not one
   */
  public MethodPattern {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is not a pattern; write " + WANTED + ".");
    }
  }

  static @Nullable MethodPattern parse(String text) {
    return FORM.matcher(text).matches() ? new MethodPattern(text) : null;
  }

  /**
   * Whether a method is one of these. Allocates nothing.
   *
   * @param type the binary name of the class that declares it, as in {@code java.util.Map$Entry}
   * @param method its name
   */
  public boolean matches(String type, String method) {
    return matchesType(type) && fits(text.indexOf('#') + 1, text.length(), method);
  }

  /** Whether a class of that binary name may declare such a method. Allocates nothing. */
  public boolean matchesType(String type) {
    return fits(0, text.indexOf('#'), type);
  }

  /**
   * Whether a part of the pattern matches a name. Takes no more than the product of both lengths,
   * whatever the pattern.
   */
  private boolean fits(int from, int to, String name) {
    int at = from;
    // Where to go on after a mismatch: at the last star, with one more character given to it.
    int star = -1;
    int resume = 0;
    for (int i = 0; i < name.length(); ) {
      if (at < to && text.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < to && text.charAt(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < to && text.charAt(at) == '*') {
      at++;
    }
    return at == to;
  }
}
