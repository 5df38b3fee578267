package dev.airlock;

import java.time.Duration;

/**
 * A call did not end by its deadline. The guest was destroyed; how far the body got is not known.
 * Time spent waiting for a guest counts.
 */
public final class SandboxTimeoutException extends AirlockException {
  private static final long serialVersionUID = 1L;

  private final Duration timeout;

  /** An exception with the timeout that held for the call. */
  public SandboxTimeoutException(String message, Duration timeout) {
    super(message);
    this.timeout = timeout;
  }

  /**
   * The timeout that held for the call: the shortest of annotation, named and global configuration.
   */
  public Duration timeout() {
    return timeout;
  }
}
