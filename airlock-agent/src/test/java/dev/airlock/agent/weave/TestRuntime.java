package dev.airlock.agent.weave;

import dev.airlock.AirlockConfig;
import dev.airlock.Gate;
import dev.airlock.HostRuntime;
import dev.airlock.RuntimeStats;
import dev.airlock.SandboxScope;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The one runtime of this JVM, because a gate is armed only once; each test gives it a dispatcher.
 */
final class TestRuntime implements HostRuntime {
  /** What a test wants to happen to a call. */
  interface Dispatcher {
    Object dispatch(Class<?> owner, String method, Object receiver, Object[] arguments)
        throws Throwable;
  }

  private static final TestRuntime INSTANCE = new TestRuntime();

  static {
    Gate.install(INSTANCE);
  }

  private volatile Dispatcher dispatcher;

  static void use(Dispatcher dispatcher) {
    INSTANCE.dispatcher = dispatcher;
  }

  @Override
  public Object dispatch(Class<?> owner, String method, Object receiver, Object[] arguments)
      throws Throwable {
    return dispatcher.dispatch(owner, method, receiver, arguments);
  }

  @Override
  public <T> T call(Callable<T> body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> CompletableFuture<T> callAsync(Callable<T> body) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> T withSandbox(Function<SandboxScope, T> work) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void define(String name, AirlockConfig config) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void check(AirlockConfig config) {}

  @Override
  public RuntimeStats stats() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void verify(Class<?>... types) {}

  @Override
  public void close() {}
}
