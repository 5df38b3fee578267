package dev.airlock.sandbox.door;

/** A guest asked for more than the door gives to one call. */
public final class DoorLimitException extends DoorException {
  private static final long serialVersionUID = 1L;

  private final String limit;
  private final long measured;

  DoorLimitException(String limit, long allowed, long measured, String about) {
    super(
        "The guest went over the limit of "
            + limit
            + ": "
            + measured
            + " where "
            + allowed
            + " are allowed"
            + about
            + ".");
    this.limit = limit;
    this.measured = measured;
  }

  /** What is limited, as in {@code class requests}. */
  public String limit() {
    return limit;
  }

  /** What was seen when the limit was passed; for the size of one item a lower bound. */
  public long measured() {
    return measured;
  }
}
