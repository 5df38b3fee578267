package dev.airlock;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The hidden runtime as this module sees it. Applications use {@link AirlockRuntime}.
 *
 * <p>The runtime lives in a class loader of its own, so everything here is a JDK type or a type of
 * this package. Implementations are thread-safe.
 */
public interface HostRuntime extends AutoCloseable {
  /**
   * Runs one call of a woven method.
   *
   * @return the result, or {@link Gate#RUN_BODY} to let the body run on the host
   * @throws Throwable what the body threw in the sandbox, or an {@link AirlockException}
   */
  @Nullable
  Object dispatch(Class<?> owner, String method, @Nullable Object receiver, Object[] arguments)
      throws Throwable;

  /** See {@link AirlockRuntime#call(Callable)}. */
  <T> T call(Callable<T> body) throws Exception;

  /** See {@link AirlockRuntime#callAsync(Callable)}. */
  <T> CompletableFuture<T> callAsync(Callable<T> body);

  /** See {@link AirlockRuntime#withSandbox(Function)}. */
  <T> T withSandbox(Function<SandboxScope, T> work);

  /** See {@link AirlockRuntime#define(String, AirlockConfig)}. */
  void define(String name, AirlockConfig config);

  /**
   * Checks a configuration that is not in use yet.
   *
   * @throws SandboxConfigurationException naming every key or value that is wrong
   */
  void check(AirlockConfig config);

  /** See {@link AirlockRuntime#stats()}. */
  RuntimeStats stats();

  /** See {@link AirlockRuntime#verify(Class[])}. */
  void verify(Class<?>... types);

  /** See {@link AirlockRuntime#close()}. */
  @Override
  void close();
}
