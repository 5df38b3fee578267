package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockConfig;
import dev.airlock.AirlockRuntime;

/** Is started without the agent. */
public final class Forgotten {
  private Forgotten() {}

  public static void main(String[] arguments) {
    Show.line("call", () -> AirlockRuntime.<Integer>call(Forgotten::work));
    Show.line("callAsync", () -> AirlockRuntime.<Integer>callAsync(Forgotten::work).get());
    Show.line("withSandbox", () -> AirlockRuntime.<Integer>withSandbox(scope -> work()));
    Show.line(
        "define",
        () -> {
          AirlockRuntime.define("name", AirlockConfig.builder().build());
          return "DEFINED";
        });
    Show.line("stats", AirlockRuntime::stats);
    Show.line(
        "verify",
        () -> {
          AirlockRuntime.verify(Forgotten.class);
          return "VERIFIED";
        });
    AirlockRuntime.close();
    Show.hostBodies();
  }

  @Airlock
  static int work() {
    Show.body();
    return 1;
  }
}
