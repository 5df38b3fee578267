package dev.airlock.sandbox.contract;

/** A method returned a value that its contract does not admit. */
public final class UnadmittedValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String typeName;

  UnadmittedValueException(String path, String typeName, String reason) {
    super("The result cannot leave the sandbox: " + path + " is a " + typeName + ", " + reason);
    this.path = path;
    this.typeName = typeName;
  }

  /** The way to the value, as in {@code Report.rows[3].owner}. */
  public String path() {
    return path;
  }

  /** The name of the class of the value. */
  public String typeName() {
    return typeName;
  }
}
