package dev.airlock.agent.weave.kinds;

import dev.airlock.Airlock;
import dev.airlock.agent.weave.Canary;

/** Methods with bodies in an interface. */
public interface Shape {
  double area();

  @Airlock
  default String describe() {
    Canary.ran();
    return "a shape of " + area();
  }

  @Airlock
  static int corners(int edges) {
    Canary.ran();
    return edges;
  }

  @Airlock
  private String secret() {
    Canary.ran();
    return "secret";
  }

  /** A record. */
  record Square(double edge) implements Shape {
    @Override
    @Airlock
    public double area() {
      Canary.ran();
      return edge * edge;
    }
  }

  /** An enum. */
  enum Unit implements Shape {
    DOT {
      @Override
      @Airlock
      public double area() {
        Canary.ran();
        return 0;
      }
    };

    @Airlock
    public String label() {
      Canary.ran();
      return "unit";
    }
  }
}
