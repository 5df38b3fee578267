package org.example;

import dev.airlock.AirlockContext;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints one line a check, and counts the bodies that run where they must not. */
public final class Show {
  private static final AtomicInteger HOST_BODIES = new AtomicInteger();

  private Show() {}

  /** Something to be checked. */
  public interface Check {
    Object run() throws Throwable;
  }

  /** Called by each body, so that one that runs on the host is noticed. */
  public static void body() {
    if (!AirlockContext.isSandboxed()) {
      HOST_BODIES.incrementAndGet();
    }
  }

  /** Prints what comes of a check: {@code name = value} or {@code name ! type: message}. */
  public static void line(String name, Check check) {
    String text;
    try {
      text = name + " = " + check.run();
    } catch (Throwable e) {
      text = name + " ! " + e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    System.out.println(text.replace("\n", " | "));
  }

  /** Prints how many bodies have run on the host. */
  public static void hostBodies() {
    System.out.println("bodies on the host = " + HOST_BODIES);
  }
}
