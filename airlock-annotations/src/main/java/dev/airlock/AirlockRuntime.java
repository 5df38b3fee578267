package dev.airlock;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The runtime, for code that would rather call than annotate.
 *
 * <p>A facade: what stands behind it is hidden in the agent's class loader. In a guest the methods
 * that run code run it at once, there. All methods are thread-safe; without a runtime they throw
 * {@link NotWovenException}, and nothing runs.
 */
public final class AirlockRuntime {
  private AirlockRuntime() {}

  /**
   * Runs code in a fresh guest and waits for its result.
   *
   * @param body what to run; captured variables cross as copies. A lambda becomes a {@link
   *     SandboxCallable}; an object must be of a class that can be shipped
   * @return its result, of a type that the body's declaration admits
   * @param <T> the type of the result
   * @throws Exception what the body threw in the sandbox
   * @throws AirlockException as {@link Airlock} describes; the body never runs on the host
   */
  public static <T> T call(SandboxCallable<T> body) throws Exception {
    return call((Callable<T>) body);
  }

  /**
   * Runs code in a fresh guest and waits for its result, as {@link #call(SandboxCallable)} does.
   *
   * @param body what to run: an object, or a lambda whose type is also {@link java.io.Serializable}
   * @return its result
   * @param <T> the type of the result
   * @throws Exception what the body threw in the sandbox
   * @throws NotShippableException if the body is a lambda that is not serializable
   */
  public static <T> T call(Callable<T> body) throws Exception {
    return Gate.isGuest() ? body.call() : required("AirlockRuntime.call").call(body);
  }

  /**
   * Runs code in a fresh guest and returns at once.
   *
   * <p>Cancelling the future with {@code mayInterruptIfRunning} destroys the guest.
   *
   * @param body what to run
   * @return its result; completes exceptionally with what {@link #call(SandboxCallable)} would
   *     throw
   * @param <T> the type of the result
   */
  public static <T> CompletableFuture<T> callAsync(SandboxCallable<T> body) {
    return callAsync((Callable<T>) body);
  }

  /**
   * Runs code in a fresh guest and returns at once, as {@link #callAsync(SandboxCallable)} does.
   *
   * @param body what to run: an object, or a lambda whose type is also {@link java.io.Serializable}
   * @return its result
   * @param <T> the type of the result
   */
  public static <T> CompletableFuture<T> callAsync(Callable<T> body) {
    if (Gate.isGuest()) {
      CompletableFuture<T> result = new CompletableFuture<>();
      try {
        result.complete(body.call());
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
      return result;
    }
    return required("AirlockRuntime.callAsync").callAsync(body);
  }

  /**
   * Holds one guest for several calls and destroys it when the work returns or throws.
   *
   * @param work runs on this thread, on the host; only what it gives to {@link SandboxScope#call}
   *     runs in the guest
   * @return what the work returned
   * @param <T> the type of the result
   * @throws SandboxUnavailableException if no sandbox could be had
   */
  public static <T> T withSandbox(Function<SandboxScope, T> work) {
    return required("AirlockRuntime.withSandbox").withSandbox(work);
  }

  /**
   * Gives a name to a configuration, for {@link Airlock#config()}.
   *
   * @param name the name, of letters, digits, {@code -} and {@code _}
   * @param config what its calls use; where the global configuration is stricter, that holds
   * @throws SandboxConfigurationException if a value is out of bounds, naming every such key
   * @throws IllegalStateException if the name is defined already with other values
   */
  public static void define(String name, AirlockConfig config) {
    required("AirlockRuntime.define").define(name, config);
  }

  /** What the runtime has done so far and holds now. */
  public static RuntimeStats stats() {
    return required("AirlockRuntime.stats").stats();
  }

  /**
   * Checks that every annotated method of these classes is intercepted, and that its declaration
   * can be honoured. To be called at start by applications that want to know before the first call.
   *
   * @param types classes that carry {@link Airlock}, or declare methods that do
   * @throws NotWovenException if a method is not intercepted, or a class has no annotated method
   * @throws SandboxConfigurationException if an annotation asks for what cannot be given
   */
  public static void verify(Class<?>... types) {
    required("AirlockRuntime.verify").verify(types);
  }

  /**
   * Destroys every guest and refuses calls from now on. Called by the JVM's shutdown as well.
   * Blocks until the guests are gone, at most some seconds. Closing twice does nothing.
   */
  public static void close() {
    HostRuntime runtime = Gate.runtime();
    if (runtime != null) {
      runtime.close();
    }
  }

  private static HostRuntime required(String what) {
    HostRuntime runtime = Gate.runtime();
    if (runtime == null) {
      throw NotWovenException.noRuntime(what);
    }
    return runtime;
  }
}
