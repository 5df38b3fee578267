package dev.airlock;

/**
 * The receiver or an argument holds something that cannot cross into a sandbox: an open file, a
 * connection, a thread, a class loader. Nothing was sent.
 */
public final class NotShippableException extends AirlockException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * An exception with the way to what cannot cross.
   *
   * @param path as in {@code argument 1 → reader.in: java.io.FileInputStream}
   * @param message what happened and what to do
   * @param cause what the codec said, or null
   */
  public NotShippableException(String path, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /**
   * The way to what cannot cross, as in {@code argument 1 → reader.in: java.io.FileInputStream}.
   */
  public String path() {
    return path;
  }
}
