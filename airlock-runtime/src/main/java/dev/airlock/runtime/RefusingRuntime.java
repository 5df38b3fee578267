package dev.airlock.runtime;

import dev.airlock.AirlockConfig;
import dev.airlock.HostRuntime;
import dev.airlock.NotWovenException;
import dev.airlock.RuntimeStats;
import dev.airlock.SandboxScope;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands where the dispatcher will be: knows what is woven and refuses every call. */
record RefusingRuntime(WovenMethods woven) implements HostRuntime {
  @Override
  public Object dispatch(
      Class<?> owner, String method, @Nullable Object receiver, Object[] arguments) {
    throw refusal(owner.getName() + "#" + method);
  }

  @Override
  public <T> T call(Callable<T> body) {
    throw refusal("AirlockRuntime.call");
  }

  @Override
  public <T> CompletableFuture<T> callAsync(Callable<T> body) {
    throw refusal("AirlockRuntime.callAsync");
  }

  @Override
  public <T> T withSandbox(Function<SandboxScope, T> work) {
    throw refusal("AirlockRuntime.withSandbox");
  }

  @Override
  public void define(String name, AirlockConfig config) {
    throw refusal("AirlockRuntime.define");
  }

  @Override
  public void check(AirlockConfig config) {
    throw refusal("AirlockConfig");
  }

  @Override
  public RuntimeStats stats() {
    return new RuntimeStats(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public void verify(Class<?>... types) {
    throw refusal("AirlockRuntime.verify");
  }

  @Override
  public void close() {}

  private static NotWovenException refusal(String what) {
    return new NotWovenException(what + " needs a dispatcher and this runtime has none yet.");
  }
}
