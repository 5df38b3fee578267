package dev.airlock.runtime;

import dev.airlock.AirlockException;
import dev.airlock.Isolation;
import dev.airlock.SandboxCallable;
import dev.airlock.SandboxExecutionException;
import dev.airlock.SandboxScope;
import dev.airlock.runtime.dispatch.Dispatcher;
import dev.airlock.runtime.dispatch.Invocation;
import dev.airlock.runtime.pool.Lease;
import dev.airlock.runtime.target.Target;
import dev.airlock.runtime.target.Targets;
import org.jspecify.annotations.Nullable;

/** One guest held for the calls of a scope. Belongs to one thread. */
final class HeldSandbox implements SandboxScope, AutoCloseable {
  private final Dispatcher dispatcher;
  private final Targets targets;
  private final Lease lease;
  private @Nullable AirlockException broken;
  private boolean closed;

  private HeldSandbox(Dispatcher dispatcher, Targets targets, Lease lease) {
    this.dispatcher = dispatcher;
    this.targets = targets;
    this.lease = lease;
  }

  static HeldSandbox claim(Dispatcher dispatcher, Targets targets) {
    try {
      return new HeldSandbox(dispatcher, targets, dispatcher.claim("withSandbox", targets.usual()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AirlockException("Interrupted while waiting for a sandbox.", e);
    }
  }

  @Override
  public <T> T call(SandboxCallable<T> body) throws Exception {
    if (closed) {
      throw new IllegalStateException("The scope is closed.");
    }
    if (broken != null) {
      throw new SandboxExecutionException(
          "The sandbox of this scope was destroyed when an earlier call failed: "
              + broken.getMessage(),
          "",
          "",
          broken);
    }
    Target target = targets.ofCallable(body);
    try {
      return Results.of(
          () -> dispatcher.dispatchIn(lease.guest(), Invocation.ofCallable(target, body)));
    } catch (AirlockException e) {
      if (!lease.guest().isAlive()) {
        broken = e;
      }
      throw e;
    }
  }

  @Override
  public String sandboxId() {
    return lease.guest().sandboxId();
  }

  @Override
  public Isolation isolation() {
    return lease.guest().isolation();
  }

  @Override
  public void close() {
    closed = true;
    lease.close();
  }
}
