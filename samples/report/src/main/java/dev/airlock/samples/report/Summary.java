package dev.airlock.samples.report;

/**
 * The sums of a table.
 *
 * @param inputs how many inputs were tried
 * @param sandboxed how many of them ran in a sandbox
 * @param wrong how many gave a wrong answer or none, or did not run
 * @param escaped how many ran on the host or reached something of it
 */
public record Summary(int inputs, int sandboxed, int wrong, int escaped) {
  static final Summary EMPTY = new Summary(0, 0, 0, 0);

  Summary plus(Row row) {
    boolean failed = row.verdict() == Verdict.WRONG || row.verdict() == Verdict.NOT_RUN;
    return new Summary(
        inputs + 1,
        sandboxed + (row.where() == Where.SANDBOX ? 1 : 0),
        wrong + (failed ? 1 : 0),
        escaped + (row.verdict() == Verdict.ESCAPED ? 1 : 0));
  }

  /** Whether every input did what it was to do, where it was to do it. */
  public boolean isGood() {
    return wrong == 0 && escaped == 0 && sandboxed == inputs;
  }

  /** The sums as a line, in the words that {@code bin/demo} adds up. */
  public String line() {
    return inputs
        + " inputs, "
        + sandboxed
        + " sandboxed, "
        + escaped
        + " escaped, "
        + wrong
        + " wrong";
  }
}
