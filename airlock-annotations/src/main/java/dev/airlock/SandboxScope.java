package dev.airlock;

/**
 * One guest held for several calls, in which each call sees what earlier calls of the scope left.
 *
 * <p>Belongs to the thread that runs {@link AirlockRuntime#withSandbox}; it is closed when that
 * returns.
 */
public interface SandboxScope {
  /**
   * Runs code in this scope's guest.
   *
   * @param body what to run; captured variables cross as copies
   * @return its result
   * @param <T> the type of the result
   * @throws Exception what the body threw in the sandbox
   * @throws AirlockException as {@link Airlock} describes; after a timeout, a limit or a crash the
   *     scope has no guest any more and each further call throws {@link SandboxExecutionException}
   * @throws IllegalStateException if the scope is closed
   */
  <T> T call(SandboxCallable<T> body) throws Exception;

  /** The identifier of the sandbox, as logs and exceptions name it. */
  String sandboxId();

  /** The isolation of the sandbox. */
  Isolation isolation();
}
