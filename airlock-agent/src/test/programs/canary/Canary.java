package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockContext;
import java.nio.file.Files;
import java.nio.file.Path;

/** Calls bodies that would leave traces on the host: a file and a static. */
public final class Canary {
  static int touched;

  private Canary() {}

  public static void main(String[] arguments) {
    Path trace = Path.of(arguments[0]);
    Show.line("required", () -> required(trace.toString()));
    Show.line("optional", () -> optional(trace.toString()));
    Show.line("optional again", () -> optional(trace.toString()));
    Show.line("static", () -> touched);
    Show.line("file", () -> Files.exists(trace));
    Show.hostBodies();
  }

  @Airlock
  static String required(String trace) throws Exception {
    return body(trace);
  }

  @Airlock(sandboxRequired = false)
  static String optional(String trace) throws Exception {
    return body(trace);
  }

  private static String body(String trace) throws Exception {
    Show.body();
    touched++;
    Path file = Path.of(trace);
    if (Files.isDirectory(file.getParent())) {
      Files.writeString(file, "the body ran here");
    }
    return "right, sandboxed " + AirlockContext.isSandboxed();
  }
}
