package dev.airlock.sandbox.door;

import java.util.regex.Pattern;

/** Which names can be the name of a class that a guest may have. */
final class ClassNames {
  /** The longest name that is looked up, in characters. */
  static final int MAX_LENGTH = 512;

  /** The shim has the first of them, and a guest needs nothing of the others. */
  private static final Pattern OWN =
      Pattern.compile("dev\\.airlock\\.([\\w$]+|(sandbox|runtime|agent)\\..*)");

  private static final String JDK_PACKAGES = "java.";

  private ClassNames() {}

  /**
   * Whether a name is written like a binary class name and is neither Airlock's own nor one that
   * only the JDK can define.
   */
  static boolean isServable(String name) {
    return isBinaryName(name) && !OWN.matcher(name).matches() && !name.startsWith(JDK_PACKAGES);
  }

  private static boolean isBinaryName(String name) {
    int length = name.length();
    if (length == 0 || length > MAX_LENGTH) {
      return false;
    }
    boolean afterDot = true;
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c == '.') {
        if (afterDot) {
          return false;
        }
        afterDot = true;
      } else if (isNamePart(c)) {
        afterDot = false;
      } else {
        return false;
      }
    }
    return !afterDot;
  }

  private static boolean isNamePart(char c) {
    // A hyphen is no Java, but Kotlin and package-info write it.
    return c == '-' || (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }
}
