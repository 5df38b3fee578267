package dev.airlock;

/**
 * The configuration or an annotation is wrong, or asks for what no provider can give. Nothing ran.
 * The message names each wrong key with its value and its bounds, or the nearest known key.
 */
public final class SandboxConfigurationException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public SandboxConfigurationException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public SandboxConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
