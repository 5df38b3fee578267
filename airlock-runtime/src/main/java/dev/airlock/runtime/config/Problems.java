package dev.airlock.runtime.config;

import dev.airlock.SandboxConfigurationException;
import dev.airlock.sandbox.text.HostileText;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong, so that it is reported at once. Belongs to one thread.
 *
 * <p>Values are escaped and cut to 80 characters before they become part of a message.
 */
public final class Problems {
  private static final int LONGEST_VALUE = 80;

  private final String heading;
  private final List<String> lines = new ArrayList<>();

  /**
   * Nothing wrong so far.
   *
   * @param heading what is looked at, as in {@code The configuration}
   */
  public Problems(String heading) {
    this.heading = heading;
  }

  /**
   * Adds a wrong value.
   *
   * @param what the key or attribute
   * @param value what it was set to
   * @param source where that was
   * @param remedy what is wrong with it and what to do, as a sentence
   */
  public void add(String what, String value, String source, String remedy) {
    lines.add(quote(what) + " = \"" + quote(value) + "\" (" + quote(source) + "): " + remedy);
  }

  /** Adds something that is wrong with no value of its own, as a sentence. */
  public void add(String sentence) {
    lines.add(sentence);
  }

  /** Text as it may stand in a message. */
  public static String quote(String text) {
    return HostileText.escape(text, LONGEST_VALUE);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /**
   * Ends the collection.
   *
   * @throws SandboxConfigurationException naming every problem, if there is one
   */
  public void throwIfAny() {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder(heading);
    message.append(" is wrong in ").append(lines.size());
    message.append(lines.size() == 1 ? " place:" : " places:");
    lines.forEach(line -> message.append("\n  - ").append(line));
    throw new SandboxConfigurationException(message.toString());
  }
}
