package dev.airlock.agent.weave;

import dev.airlock.SandboxConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The methods that {@code airlock.intercept} names, for code that carries no annotation.
 *
 * <p>A pattern is a class, {@code #} and a method, as in {@code org.example.Parser#parse*}. In the
 * class, {@code *} stands for characters within one package segment and {@code **} for any; in the
 * method, {@code *} stands for any. A nested class is written with its {@code $}. Immutable.
 */
final class InterceptPatterns {
  private static final String CLASS_PART =
      "(?:[\\p{javaJavaIdentifierPart}*]+\\.)*[\\p{javaJavaIdentifierPart}*]+";
  private static final String METHOD_PART = "[\\p{javaJavaIdentifierPart}*]+";
  private static final Pattern SHAPE = Pattern.compile(CLASS_PART + "#" + METHOD_PART);

  /** A glob for the class's internal name and one for the method's name. */
  private record Intercept(Glob owner, Glob method) {}

  private final Intercept[] intercepts;

  private InterceptPatterns(List<Intercept> intercepts) {
    this.intercepts = intercepts.toArray(new Intercept[0]);
  }

  /**
   * Compiles patterns.
   *
   * @throws SandboxConfigurationException if some are wrong, naming each one
   */
  static InterceptPatterns of(List<String> patterns) {
    List<Intercept> intercepts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String pattern : patterns) {
      if (SHAPE.matcher(pattern).matches() && !pattern.contains("***")) {
        int hash = pattern.indexOf('#');
        intercepts.add(
            new Intercept(
                new Glob(pattern.substring(0, hash).replace('.', '/')),
                new Glob(pattern.substring(hash + 1))));
      } else {
        wrong.add("'" + pattern + "'");
      }
    }
    if (!wrong.isEmpty()) {
      throw new SandboxConfigurationException(
          "airlock.intercept has patterns that name no method: "
              + String.join(", ", wrong)
              + ". Write a class, '#' and a method, as in org.example.Parser#parse* or"
              + " org.example.**#*; constructors (<init>) and initialisers cannot be sandboxed, and"
              + " parameters are left out.");
    }
    return new InterceptPatterns(intercepts);
  }

  /**
   * Whether some pattern names methods of a class.
   *
   * @param owner its internal name, as in {@code org/example/Parser}
   */
  boolean concern(String owner) {
    for (Intercept intercept : intercepts) {
      if (intercept.owner().matches(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some pattern names this method. */
  boolean name(String owner, String method) {
    for (Intercept intercept : intercepts) {
      if (intercept.owner().matches(owner) && intercept.method().matches(method)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is no pattern at all. */
  boolean isEmpty() {
    return intercepts.length == 0;
  }
}
