package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockConfig;
import dev.airlock.AirlockContext;
import dev.airlock.AirlockRuntime;
import dev.airlock.RuntimeStats;
import dev.airlock.SandboxScope;
import dev.airlock.SandboxTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Uses the runtime without annotations. */
public final class Facade {
  static int counter;

  private Facade() {}

  public static void main(String[] arguments) throws Exception {
    calls();
    asynchronous();
    scopes();
    named();
    stats();
    AirlockRuntime.close();
    AirlockRuntime.close();
    Show.line("after close", () -> AirlockRuntime.<Integer>call(() -> 1));
    Show.line("annotated after close", () -> configured());
    Show.line("optional after close", () -> optional());
    RuntimeStats end = AirlockRuntime.stats();
    Show.line("all destroyed", () -> end.created() == end.destroyed() && end.active() == 0);
    Show.hostBodies();
  }

  private static void calls() {
    Show.line("call", () -> AirlockRuntime.<Boolean>call(AirlockContext::isSandboxed));
    Show.line("checked", () -> AirlockRuntime.<String>call(Facade::failing));
    Show.line("nested call", () -> AirlockRuntime.<Boolean>call(Facade::nested));
    Show.line("isolation", () -> AirlockRuntime.<String>call(() -> "" + AirlockContext.isolation()));
  }

  private static void asynchronous() {
    Show.line("callAsync", () -> AirlockRuntime.<Integer>callAsync(() -> 41).thenApply(n -> n + 1).get());
    Show.line(
        "callAsync fails",
        () -> {
          try {
            return AirlockRuntime.<String>callAsync(Facade::failing).get();
          } catch (ExecutionException e) {
            return "" + e.getCause();
          }
        });
    Show.line("cancel", Facade::cancel);
  }

  /** Cancelling kills the guest, and nothing else would: its body never ends. */
  private static Object cancel() throws Exception {
    CompletableFuture<Integer> endless = AirlockRuntime.callAsync(Facade::spin);
    while (AirlockRuntime.stats().active() == 0) {
      Thread.onSpinWait();
    }
    endless.cancel(true);
    while (AirlockRuntime.stats().active() > 0) {
      Thread.onSpinWait();
    }
    return endless.isCancelled();
  }

  private static void scopes() {
    Show.line(
        "scope keeps state",
        () ->
            AirlockRuntime.<String>withSandbox(
                scope -> {
                  try {
                    return scope.<Integer>call(() -> ++counter)
                        + " "
                        + scope.<Integer>call(() -> ++counter)
                        + " "
                        + scope.<Boolean>call(
                            () -> AirlockContext.sandboxId().startsWith("bubblewrap"));
                  } catch (Exception e) {
                    return e.toString();
                  }
                }));
    Show.line("scopes are apart", () -> AirlockRuntime.<Object>withSandbox(Facade::count));
    Show.line("body's exception leaves the scope whole", () -> AirlockRuntime.withSandbox(
        scope -> {
          try {
            return scope.<String>call(Facade::failing);
          } catch (Exception e) {
            return e.getMessage() + " then " + count(scope);
          }
        }));
    Show.line("crash breaks the scope", () -> AirlockRuntime.withSandbox(Facade::crashTwice));
  }

  private static Object count(SandboxScope scope) {
    try {
      return scope.<Integer>call(() -> ++counter);
    } catch (Exception e) {
      return e.toString();
    }
  }

  private static String crashTwice(SandboxScope scope) {
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      try {
        seen.append(scope.<Integer>call(Facade::halt));
      } catch (Exception e) {
        seen.append(e.getClass().getSimpleName()).append(" ").append(e.getMessage()).append("; ");
      }
    }
    return seen.toString();
  }

  private static void named() {
    AirlockConfig quick = AirlockConfig.builder().timeout(Duration.ofMillis(1500)).build();
    AirlockRuntime.define("quick", quick);
    AirlockRuntime.define("quick", quick);
    Show.line("named configuration", () -> configured());
    Show.line("its timeout", () -> {
      try {
        return endless();
      } catch (SandboxTimeoutException e) {
        return e.timeout();
      }
    });
    Show.line(
        "defined otherwise",
        () -> {
          AirlockRuntime.define("quick", AirlockConfig.builder().pids(50).build());
          return "DEFINED";
        });
    Show.line("unknown name", () -> misspelt());
    Show.line("wrong value", () -> AirlockConfig.builder().pids(1).build());
  }

  private static void stats() {
    RuntimeStats stats = AirlockRuntime.stats();
    Show.line(
        "stats add up",
        () ->
            stats.calls() == stats.succeeded() + stats.failed() + stats.refused()
                ? stats.fallbacks()
                : stats);
    Show.line("failed", stats::failed);
  }

  static String failing() throws OwnFailure {
    throw new OwnFailure("own");
  }

  static boolean nested() throws Exception {
    return AirlockRuntime.<Boolean>call(AirlockContext::isSandboxed);
  }

  static int spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  static int halt() {
    Runtime.getRuntime().halt(9);
    return 0;
  }

  @Airlock(config = "quick")
  static boolean configured() {
    Show.body();
    return AirlockContext.isSandboxed();
  }

  @Airlock(config = "quick", timeout = "1m")
  static int endless() {
    Show.body();
    return spin();
  }

  @Airlock(sandboxRequired = false)
  static boolean optional() {
    Show.body();
    return AirlockContext.isSandboxed();
  }

  @Airlock(config = "quikc")
  static int misspelt() {
    Show.body();
    return 1;
  }

  /** The program's own. */
  static class OwnFailure extends Exception {
    OwnFailure(String message) {
      super(message);
    }
  }
}
