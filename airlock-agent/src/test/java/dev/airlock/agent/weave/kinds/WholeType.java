package dev.airlock.agent.weave.kinds;

import dev.airlock.Airlock;
import dev.airlock.agent.weave.Canary;

/** The annotation on the type. */
@Airlock
public class WholeType implements Comparable<WholeType> {
  static int loaded = 1;

  public String covered() {
    Canary.ran();
    return "covered";
  }

  @Airlock(sandbox = false)
  public String takenOut() {
    Canary.ran();
    return "taken out";
  }

  @Override
  public int compareTo(WholeType other) {
    Canary.ran();
    return 0;
  }

  /** An enum with the annotation: the methods that the compiler adds stay as they are. */
  @Airlock
  public enum Level {
    LOW,
    HIGH;

    public boolean isHigh() {
      Canary.ran();
      return this == HIGH;
    }
  }
}
