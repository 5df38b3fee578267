package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockContext;
import dev.airlock.AirlockRuntime;
import dev.airlock.Isolation;
import java.util.List;
import java.util.Map;

/** Asks whether everything that should be is intercepted. */
public final class Verify {
  private Verify() {}

  public static void main(String[] arguments) {
    Show.line("well", () -> verified(Well.class, WholeClass.class));
    Show.line("nothing annotated", () -> verified(Plain.class));
    Show.line("native", () -> verified(WithNative.class));
    Show.line("native call", () -> new WithNative().fast());
    Show.line("cannot come back", () -> verified(ThreadMaker.class));
    Show.line("cannot come back, nested", () -> verified(DeepThread.class));
    Show.line("open and not listed", () -> verified(OpenResult.class));
    Show.line("wrong timeout", () -> verified(WrongTimeout.class));
    Show.line("wrong timeout, called", () -> WrongTimeout.work());
    Show.line("cannot come back, called", () -> ThreadMaker.make());
    Show.line("isolation too strong", () -> TooStrong.work());
    Show.line("abstract", () -> load("Abstract"));
    Show.line("interface without bodies", () -> load("Bodiless"));
    Show.line("intercepted by pattern", () -> new Plain().parse("p"));
    Show.line("not in the pattern", () -> new Plain().other());
    Show.hostBodies();
  }

  private static Object load(String name) throws Exception {
    return Class.forName("org.example." + name).getSimpleName();
  }

  private static String verified(Class<?>... types) {
    AirlockRuntime.verify(types);
    return "verified";
  }
}

class Well {
  @Airlock
  Map<String, List<Integer>> work() {
    Show.body();
    return Map.of();
  }
}

@Airlock
class WholeClass {
  static int first() {
    Show.body();
    return 1;
  }

  @Airlock(sandbox = false)
  static int second() {
    return 2;
  }
}

class Plain {
  boolean parse(String text) {
    Show.body();
    return AirlockContext.isSandboxed();
  }

  boolean other() {
    return AirlockContext.isSandboxed();
  }
}

class WithNative {
  @Airlock
  native int fast();
}

class ThreadMaker {
  @Airlock
  static Thread make() {
    Show.body();
    return new Thread();
  }
}

class DeepThread {
  record Held(String name, Thread thread) {}

  @Airlock
  static List<Held> make() {
    Show.body();
    return List.of();
  }
}

class OpenResult {
  interface Animal {}

  @Airlock
  static Animal make() {
    Show.body();
    return new Animal() {};
  }
}

class WrongTimeout {
  @Airlock(timeout = "fast")
  static int work() {
    Show.body();
    return 1;
  }
}

class TooStrong {
  @Airlock(isolation = Isolation.MICROVM)
  static int work() {
    Show.body();
    return 1;
  }
}

abstract class Abstract {
  @Airlock
  abstract int work();
}

@Airlock
interface Bodiless {
  int work();
}
