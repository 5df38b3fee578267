package dev.airlock.runtime.dispatch;

/** What to do about a failure in a guest whose cause is most often on our side of the wall. */
final class Remedy {
  private static final String MISSING_CLASS =
      ". The guest asked for the class and did not get it: it is not in a jar or directory that the"
          + " method's class loader reads, or it exists only in memory. Put it on the class path.";
  private static final String OLD_JAVA =
      ". The guest's Java is older than the class: set airlock.java-home to a newer one.";

  private Remedy() {}

  /**
   * A sentence to add to a message, or nothing.
   *
   * @param said what the guest says went wrong; it only chooses among sentences of ours
   */
  static String of(String said) {
    if (said.contains("java.lang.NoClassDefFoundError")
        || said.contains("java.lang.ClassNotFoundException")) {
      return MISSING_CLASS;
    }
    return said.contains("java.lang.UnsupportedClassVersionError") ? OLD_JAVA : "";
  }
}
