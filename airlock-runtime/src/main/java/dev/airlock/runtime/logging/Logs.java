package dev.airlock.runtime.logging;

import java.lang.System.Logger;

/**
 * The loggers, made when the first word is said.
 *
 * <p>The runtime starts before the application's main method. A logger made then would start the
 * JDK's logging before the application has chosen its own. Thread-safe.
 */
public final class Logs {
  private Logs() {}

  private static final class Own {
    static final Logger LOGGER = System.getLogger("dev.airlock");
  }

  private static final class Guests {
    static final Logger LOGGER = System.getLogger("dev.airlock.guest");
  }

  /** What the runtime has to say: {@code dev.airlock}. */
  public static Logger runtime() {
    return Own.LOGGER;
  }

  /** What the bodies of methods print: {@code dev.airlock.guest}. */
  public static Logger guests() {
    return Guests.LOGGER;
  }
}
