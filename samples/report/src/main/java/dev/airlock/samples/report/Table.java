package dev.airlock.samples.report;

import java.util.Locale;

/**
 * Lays rows out in columns, in lines of at most 120 characters of printable ASCII.
 *
 * <p>Cells hold text that hostile code wrote: whatever is not printable ASCII is shown as an
 * escape, so that no cell can end a line, move the cursor or pretend to be another row.
 */
final class Table {
  private static final int INPUT = 22;
  private static final int TRIES = 29;
  private static final int OUTCOME = 34;
  private static final int WHERE = 7;
  private static final int ISOLATION = 16;
  private static final int MILLIS = 6;

  private Table() {}

  static String header() {
    return line("input", "what it tried", "outcome", "ran in", "isolation", "ms");
  }

  static String rule() {
    return line(
        "-".repeat(INPUT),
        "-".repeat(TRIES),
        "-".repeat(OUTCOME),
        "-".repeat(WHERE),
        "-".repeat(ISOLATION),
        "-".repeat(MILLIS));
  }

  static String line(Row row) {
    String outcome =
        row.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + row.outcome();
    return line(
        row.subject().name(),
        row.subject().tries(),
        outcome,
        row.where().name().toLowerCase(Locale.ROOT),
        row.isolation(),
        Long.toString(row.millis()));
  }

  private static String line(
      String input, String tries, String outcome, String where, String isolation, String millis) {
    return cell(input, INPUT)
        + ' '
        + cell(tries, TRIES)
        + ' '
        + cell(outcome, OUTCOME)
        + ' '
        + cell(where, WHERE)
        + ' '
        + cell(isolation, ISOLATION)
        + ' '
        + " ".repeat(Math.max(0, MILLIS - millis.length()))
        + millis;
  }

  private static String cell(String text, int width) {
    String shown = printable(text, width + 1);
    String fitted = shown.length() <= width ? shown : shown.substring(0, width - 2) + "..";
    return fitted + " ".repeat(width - fitted.length());
  }

  /**
   * The beginning of a text as printable ASCII, at least so many characters of it if it has them.
   */
  static String printable(String text, int enough) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < enough; i++) {
      char unit = text.charAt(i);
      if (unit == '\n') {
        shown.append(" / ");
      } else if (unit >= ' ' && unit < 0x7f) {
        shown.append(unit);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      }
    }
    return shown.toString();
  }
}
