package dev.airlock.sandbox.door;

/** A class of the application needs a newer Java than the guest runs. */
public final class ClassTooNewException extends DoorException {
  private static final long serialVersionUID = 1L;

  private final int needed;
  private final int guest;

  ClassTooNewException(String className, int needed, int guest) {
    super(
        className
            + " is compiled for Java "
            + needed
            + " and the guest runs Java "
            + guest
            + ". Set airlock.java-home to a JDK of at least "
            + needed
            + ", or compile with --release "
            + guest
            + ".");
    this.needed = needed;
    this.guest = guest;
  }

  /** The Java feature release that the class needs, as in 21. */
  public int needed() {
    return needed;
  }

  /** The Java feature release of the guest. */
  public int guest() {
    return guest;
  }
}
