package dev.airlock;

/**
 * The guest hit a limit (memory, processes, output, disk) and was destroyed, or the host's own
 * limit on sandboxes was reached. The message names the limit, its value and what was seen.
 */
public final class SandboxResourceException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public SandboxResourceException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public SandboxResourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
