package dev.airlock.sandbox.door;

/**
 * A class file is not what it was when it was first served. Guests that mixed both would run code
 * that exists nowhere else.
 */
public final class ClassChangedException extends DoorException {
  private static final long serialVersionUID = 1L;

  ClassChangedException(String className, String where, String what) {
    super(className + " in " + where + " " + what + ". Restart the application.");
  }
}
