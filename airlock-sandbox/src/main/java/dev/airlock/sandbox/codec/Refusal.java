package dev.airlock.sandbox.codec;

/** Something cannot cross. Where it is, is found by {@link PathFinder} afterwards. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String typeName;
  private final String reason;

  /**
   * A refusal.
   *
   * @param typeName the class that cannot cross
   * @param reason why not and what to do, a whole sentence
   */
  Refusal(String typeName, String reason) {
    super(typeName + ": " + reason, null, false, false);
    this.typeName = typeName;
    this.reason = reason;
  }

  String typeName() {
    return typeName;
  }

  String reason() {
    return reason;
  }
}
