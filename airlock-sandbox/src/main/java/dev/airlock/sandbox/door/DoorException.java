package dev.airlock.sandbox.door;

/** A question that the door cannot answer in a way that lets the call go on. */
public abstract sealed class DoorException extends Exception
    permits DoorLimitException, ClassTooNewException, ClassChangedException {
  private static final long serialVersionUID = 1L;

  DoorException(String message) {
    super(message);
  }
}
