package dev.airlock.runtime.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Methods by name, as in {@code org.example.Parser#parse*}.
 *
 * <p>Before the {@code #} stands the binary name of a class, after it the name of a method. A
 * {@code *} stands for any characters, dots included, so a pattern rather takes in too much than
 * too little.
 *
 * @param text the pattern
 */
public record MethodPattern(String text) {
  /** What to write, for messages. */
  static final String WANTED = "class#method, as in org.example.Parser#parse*";

  private static final Pattern FORM =
      Pattern.compile("[\\p{javaJavaIdentifierPart}.*]+#[\\p{javaJavaIdentifierPart}*]+");

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
   * Whether a method is one of these.
   *
   * @param type the binary name of the class that declares it, as in {@code java.util.Map$Entry}
   * @param method its name
   */
  public boolean matches(String type, String method) {
    return matchesType(type) && fits(part(1), method);
  }

  /** Whether a class of that binary name may declare such a method. */
  public boolean matchesType(String type) {
    return fits(part(0), type);
  }

  private String part(int index) {
    int hash = text.indexOf('#');
    return index == 0 ? text.substring(0, hash) : text.substring(hash + 1);
  }

  /** Matches in time proportional to the product of both lengths, whatever the pattern. */
  private static boolean fits(String pattern, String name) {
    int at = 0;
    int star = -1;
    int resume = 0;
    for (int i = 0; i < name.length(); ) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
