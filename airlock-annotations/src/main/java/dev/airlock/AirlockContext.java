package dev.airlock;

/**
 * Where the running code is: in a sandbox or on the host.
 *
 * <p>The answer comes from the shim that started this JVM, not from an environment variable or a
 * system property that other code could set. All methods are thread-safe and do not block.
 */
public final class AirlockContext {
  private static volatile @Nullable Guest guest;
  private static volatile @Nullable String call;

  private AirlockContext() {}

  /** Who this guest is. */
  private record Guest(Isolation isolation, String sandboxId) {}

  /** Whether this JVM is a guest. In a fallback on the host it is {@code false}. */
  public static boolean isSandboxed() {
    return guest != null;
  }

  /**
   * The isolation of the sandbox that this JVM runs in.
   *
   * @throws IllegalStateException if this JVM is not a guest
   */
  public static Isolation isolation() {
    return required().isolation();
  }

  /**
   * The identifier of the sandbox that this JVM runs in, as the host's logs and exceptions name it.
   *
   * @throws IllegalStateException if this JVM is not a guest
   */
  public static String sandboxId() {
    return required().sandboxId();
  }

  /**
   * The identifier of the call that this guest is running, or ran last.
   *
   * @throws IllegalStateException if this JVM is not a guest, or has not been given a call yet
   */
  public static String callId() {
    required();
    String id = call;
    if (id == null) {
      throw new IllegalStateException("This guest has not been given a call yet.");
    }
    return id;
  }

  /** Makes this JVM a guest, for good. Called once, through {@link Gate#enterGuest}. */
  static void enterGuest(Isolation isolation, String sandboxId) {
    guest = new Guest(isolation, sandboxId);
  }

  static void enterCall(String callId) {
    call = callId;
  }

  private static Guest required() {
    Guest current = guest;
    if (current == null) {
      throw new IllegalStateException(
          "This code runs on the host, not in a sandbox. Ask AirlockContext.isSandboxed() first.");
    }
    return current;
  }
}
