package dev.airlock.agent.weave.kinds;

import dev.airlock.Airlock;
import dev.airlock.agent.weave.Canary;
import java.util.List;

/** Methods of each kind that a class can declare. */
public class Members {
  @Airlock
  public static String ofClass(String text) {
    Canary.ran();
    return text;
  }

  @Airlock
  private String hidden(String text) {
    Canary.ran();
    return text;
  }

  @Airlock
  public final String fixed(String text) {
    Canary.ran();
    return text;
  }

  @Airlock
  public int many(String... texts) {
    Canary.ran();
    return texts.length;
  }

  @Airlock
  public <T extends Comparable<T>> T largest(List<? extends T> values, T start) {
    Canary.ran();
    T found = start;
    for (T value : values) {
      found = value.compareTo(found) > 0 ? value : found;
    }
    return found;
  }

  @Airlock
  public synchronized int[][] locked(int[][] grid) {
    Canary.ran();
    return grid;
  }

  @Airlock
  public int branches(int value) throws Exception {
    Canary.ran();
    try {
      while (value > 10) {
        value = value % 2 == 0 ? value / 2 : 3 * value + 1;
        if (value < 0) {
          throw new Exception("overflow");
        }
      }
      return value;
    } finally {
      value = 0;
    }
  }

  /** An inner class. */
  public class Inner {
    @Airlock
    public String inside() {
      Canary.ran();
      return "inner";
    }
  }

  /** A nested class. */
  public static class Nested {
    @Airlock
    public String inside() {
      Canary.ran();
      return "nested";
    }
  }
}
