package dev.airlock.sandbox;

import org.jspecify.annotations.Nullable;

/** A sandbox could not be started. Nothing of it is left. */
public final class SandboxStartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * An exception with what went wrong and what to do.
   *
   * @param reason what went wrong, with what the engine said, escaped
   * @param remedy the command or setting that would change it, or empty
   */
  public SandboxStartException(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  /** The command or setting that would change it, or empty. */
  public String remedy() {
    return remedy;
  }
}
