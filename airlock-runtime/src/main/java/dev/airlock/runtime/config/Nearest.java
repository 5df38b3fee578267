package dev.airlock.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class Nearest {
  private static final int LONGEST = 128;

  private Nearest() {}

  /** The candidate with the fewest edits to the word; of several such, the first by name. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String cut = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    return candidates.stream()
        .min(
            Comparator.comparingInt((String candidate) -> edits(cut, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many characters have to be added, removed or replaced to make one of the other. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
