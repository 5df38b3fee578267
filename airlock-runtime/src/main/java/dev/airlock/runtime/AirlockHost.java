package dev.airlock.runtime;

import dev.airlock.Airlock;
import dev.airlock.AirlockConfig;
import dev.airlock.AirlockException;
import dev.airlock.Gate;
import dev.airlock.HostRuntime;
import dev.airlock.NotWovenException;
import dev.airlock.RuntimeStats;
import dev.airlock.SandboxScope;
import dev.airlock.runtime.config.SettingsLoader;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.runtime.dispatch.CallCounts;
import dev.airlock.runtime.dispatch.Dispatcher;
import dev.airlock.runtime.dispatch.Invocation;
import dev.airlock.runtime.engine.Engines;
import dev.airlock.runtime.policy.CallPolicy;
import dev.airlock.runtime.pool.PoolCounts;
import dev.airlock.runtime.target.Target;
import dev.airlock.runtime.target.Targets;
import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.message.MethodKey;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands behind the gate and the facade. Thread-safe. */
final class AirlockHost implements HostRuntime {
  private final SettingsRegistry registry;
  private final WovenMethods woven;
  private final Engines engines;
  private final ClassDoor door;
  private final Targets targets;
  private final Dispatcher dispatcher;
  private final CallCounts counts;

  AirlockHost(
      SettingsRegistry registry,
      WovenMethods woven,
      Engines engines,
      ClassDoor door,
      Dispatcher dispatcher,
      CallCounts counts) {
    this.registry = registry;
    this.woven = woven;
    this.engines = engines;
    this.door = door;
    this.targets = new Targets(registry, door::markApplication);
    this.dispatcher = dispatcher;
    this.counts = counts;
  }

  /** Boots spares for calls that ask for nothing special, in the background. */
  void warmUp() {
    try {
      dispatcher.warmUp(targets.usual());
    } catch (AirlockException e) {
      // Nobody has called yet. Whoever does is told the same.
    }
  }

  @Override
  public @Nullable Object dispatch(
      Class<?> owner, String method, @Nullable Object receiver, @Nullable Object[] arguments)
      throws Throwable {
    Target target = targets.ofMethod(owner, method);
    if (!target.policy().sandboxed()) {
      return Gate.RUN_BODY;
    }
    return dispatcher.dispatch(Invocation.ofMethod(target, receiver, arguments));
  }

  @Override
  public <T> T call(Callable<T> body) throws Exception {
    Target target = targets.ofCallable(body);
    return Results.of(() -> dispatcher.dispatch(Invocation.ofCallable(target, body)));
  }

  @Override
  public <T> CompletableFuture<T> callAsync(Callable<T> body) {
    return AsyncCall.start(() -> call(body));
  }

  @Override
  public <T> T withSandbox(Function<SandboxScope, T> work) {
    try (HeldSandbox held = HeldSandbox.claim(dispatcher, targets)) {
      return work.apply(held);
    }
  }

  @Override
  public void define(String name, AirlockConfig config) {
    registry.define(name, config);
  }

  @Override
  public void check(AirlockConfig config) {
    SettingsLoader.of(config, registry.global());
  }

  @Override
  public RuntimeStats stats() {
    PoolCounts pools = engines.counts();
    return new RuntimeStats(
        counts.calls(),
        counts.succeeded(),
        counts.failed(),
        counts.refused(),
        counts.fallbacks(),
        pools.created(),
        pools.destroyed(),
        pools.active(),
        pools.idle());
  }

  @Override
  public void verify(Class<?>... types) {
    for (Class<?> type : types) {
      List<Method> sandboxed = sandboxedMethods(type);
      if (sandboxed.isEmpty()) {
        throw new NotWovenException(
            type.getName()
                + " has no method that runs in a sandbox. Annotate it, or one of its methods, with @Airlock.");
      }
      for (Method method : sandboxed) {
        verify(type, method);
      }
    }
  }

  private void verify(Class<?> type, Method method) {
    String key = MethodKey.of(method);
    if (!woven.isWoven(type, key)) {
      throw new NotWovenException(
          type.getName()
              + "#"
              + method.getName()
              + " is annotated, but its calls are not intercepted.");
    }
    Target target = targets.ofMethod(type, key);
    target.contract(Modifier.isStatic(method.getModifiers()) ? null : type);
  }

  private List<Method> sandboxedMethods(Class<?> type) {
    List<Method> sandboxed = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      boolean annotated =
          method.isAnnotationPresent(Airlock.class) || type.isAnnotationPresent(Airlock.class);
      boolean hasBody = !Modifier.isAbstract(method.getModifiers());
      boolean written =
          !method.isBridge() && !method.isSynthetic() && !isMadeByTheCompiler(type, method);
      if (annotated && hasBody && written) {
        CallPolicy policy = targets.ofMethod(type, MethodKey.of(method)).policy();
        if (policy.sandboxed()) {
          sandboxed.add(method);
        }
      }
    }
    return sandboxed;
  }

  /** The two methods that every enum has. */
  private static boolean isMadeByTheCompiler(Class<?> type, Method method) {
    String key = MethodKey.of(method);
    return type.isEnum()
        && (key.startsWith("values()") || key.startsWith("valueOf(Ljava/lang/String;)"));
  }

  @Override
  public void close() {
    engines.close();
    door.close();
  }
}
