package dev.airlock.bench;

import dev.airlock.Airlock;
import dev.airlock.Reuse;

/** The methods that are measured. */
final class Subject {
  private Subject() {}

  @Airlock(reuse = Reuse.POOL)
  static int increment(int value) {
    return value + 1;
  }

  @Airlock(reuse = Reuse.CALL)
  static int incrementAlone(int value) {
    return value + 1;
  }

  @Airlock(reuse = Reuse.POOL)
  static byte[] echo(byte[] bytes) {
    return bytes;
  }
}
