package dev.airlock;

/**
 * A method that must be intercepted is not, or there is no runtime to intercept it. The body did
 * not run.
 */
public final class NotWovenException extends AirlockException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message. */
  public NotWovenException(String message) {
    super(message);
  }

  /** An exception with a message and a cause, which may be null. */
  public NotWovenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static NotWovenException noRuntime(Class<?> owner, String method) {
    int descriptor = method.indexOf('(');
    String name = descriptor < 0 ? method : method.substring(0, descriptor);
    return noRuntime(owner.getName() + "#" + name);
  }

  static NotWovenException noRuntime(String what) {
    return new NotWovenException(
        what
            + " needs the Airlock runtime and this JVM has none, so nothing ran. Start the JVM with"
            + " -javaagent:airlock-agent.jar.");
  }
}
