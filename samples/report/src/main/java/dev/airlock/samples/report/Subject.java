package dev.airlock.samples.report;

import org.jspecify.annotations.Nullable;

/**
 * One input of a sample.
 *
 * @param name its name in the table
 * @param tries what it does, in a few words
 * @param expected the right answer; null if the input is hostile and has none
 * @param breach text that a hostile input gives back only if it got what it wanted; null if the
 *     canaries decide alone
 */
public record Subject(
    String name, String tries, @Nullable String expected, @Nullable String breach) {
  /** An input with a right answer. */
  public static Subject useful(String name, String tries, String expected) {
    return new Subject(name, tries, expected, null);
  }

  /** An input that is only to be survived. */
  public static Subject hostile(String name, String tries, @Nullable String breach) {
    return new Subject(name, tries, null, breach);
  }
}
