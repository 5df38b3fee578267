package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockContext;

/** Calls bodies in classes of an old and of a new Java. */
public final class Modern {
  private Modern() {}

  public static void main(String[] arguments) {
    Show.line("java of the guest", () -> feature());
    Show.line("new class", () -> New.work());
    Show.line("old class that uses a new one", () -> uses());
    Show.line("after that", () -> feature());
    Show.hostBodies();
  }

  @Airlock
  static int feature() {
    Show.body();
    return AirlockContext.isSandboxed() ? Runtime.version().feature() : -1;
  }

  @Airlock
  static int uses() {
    Show.body();
    return New.value();
  }
}

/** Its class file is given the version of a later Java. */
class New {
  @Airlock
  static int work() {
    Show.body();
    return value();
  }

  static int value() {
    return 1;
  }
}
