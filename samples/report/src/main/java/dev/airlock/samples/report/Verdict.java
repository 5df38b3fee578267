package dev.airlock.samples.report;

/** What a trial showed. */
public enum Verdict {
  /** The answer is the expected one. */
  RIGHT,
  /** The input is hostile and nothing of the host was touched. */
  CONTAINED,
  /** The answer is not the expected one, or there is none. */
  WRONG,
  /** The input never ran, so it shows nothing. */
  NOT_RUN,
  /** The body ran on the host or reached something of it. */
  ESCAPED
}
