package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.util.Util;

/**
 * Initialises our copy of Kryo without {@code sun.misc.Unsafe}.
 *
 * <p>Kryo reads a system property once, and an application's own Kryo reads the same one. So it is
 * set only while our copy looks, and then put back.
 */
final class UnsafeSwitch {
  private static final String PROPERTY = "kryo.unsafe";

  static {
    String before = System.getProperty(PROPERTY);
    System.setProperty(PROPERTY, "false");
    try {
      Util.isUnsafeAvailable();
    } finally {
      if (before == null) {
        System.clearProperty(PROPERTY);
      } else {
        System.setProperty(PROPERTY, before);
      }
    }
  }

  private UnsafeSwitch() {}

  /** Has to come before the first use of any class of Kryo. Doing it twice does nothing. */
  static void turnOff() {}
}
