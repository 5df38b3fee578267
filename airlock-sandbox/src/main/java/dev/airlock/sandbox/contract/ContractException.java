package dev.airlock.sandbox.contract;

/** A declared type cannot be a result. Nothing was sent. */
public final class ContractException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String reason;
  private final String remedy;

  ContractException(String path, String reason, String remedy) {
    super(path + ": " + reason + " " + remedy);
    this.path = path;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The way to the type, as in {@code Report.rows[].owner}. */
  public String path() {
    return path;
  }

  /** Why it cannot be a result: one sentence. */
  public String reason() {
    return reason;
  }

  /** What to change: one sentence. */
  public String remedy() {
    return remedy;
  }
}
