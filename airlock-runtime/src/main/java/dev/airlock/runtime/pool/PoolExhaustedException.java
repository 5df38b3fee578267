package dev.airlock.runtime.pool;

import org.jspecify.annotations.Nullable;

/**
 * Every guest was busy for as long as the call was ready to wait. Not a reason to run on the host:
 * whoever can keep the guests busy could then choose where the body runs.
 */
public final class PoolExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PoolExhaustedException(String message, @Nullable Throwable lastFailure) {
    super(message, lastFailure);
  }
}
