package dev.airlock.agent.weave.kinds;

import dev.airlock.Airlock;

/** Places where the annotation cannot be honoured. */
public final class Impossible {
  private Impossible() {}

  /** On an abstract method. */
  public interface AbstractMethod {
    @Airlock
    String call();
  }

  /** On an interface that has no bodies. */
  @Airlock
  public interface NoBodies {
    String call();
  }

  /** On an interface with one body. */
  @Airlock
  public interface OneBody {
    String call();

    default String body() {
      return "body";
    }
  }

  /** On a native method. */
  public static class Native {
    @Airlock
    public native int fast(long one, int two);

    public String other() {
      return "other";
    }
  }
}
