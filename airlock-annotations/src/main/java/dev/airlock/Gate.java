package dev.airlock;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What the prologue of a woven method calls. Applications do not call it.
 *
 * <p>The gate has three states and leaves each only once. <em>Shut</em>, as it is loaded: every
 * call throws {@link NotWovenException}. <em>Armed</em>, once a {@link HostRuntime} is installed:
 * calls go to it. <em>Guest</em>, once the shim has said so: bodies run. There is no way from armed
 * to guest or back, so nothing that runs on a host can open the gate.
 *
 * <p>Thread-safe. {@link #enter} blocks for as long as the call takes.
 */
public final class Gate {
  /**
   * The version of the contract between woven code, gate and runtime. A runtime refuses a gate of
   * another version.
   */
  public static final int VERSION = 1;

  /**
   * What {@link HostRuntime#dispatch} returns to let the body run on the host. An identity and not
   * a value: no result is ever taken for it.
   */
  public static final Object RUN_BODY = new Object();

  private static final AtomicReference<@Nullable HostRuntime> RUNTIME = new AtomicReference<>();
  private static volatile boolean guest;

  private Gate() {}

  /**
   * Whether this JVM is a guest, where woven methods run their bodies. Woven code asks this first:
   * it costs one read.
   */
  public static boolean isGuest() {
    return guest;
  }

  /**
   * Decides one call of a woven method.
   *
   * @param owner the class that declares the method
   * @param method the method's name and descriptor, as in {@code render(Ljava/lang/String;)V}
   * @param receiver the object it was called on, null for a static method
   * @param arguments its arguments, primitives boxed
   * @return null if the body is to run here, else an array of one element, the result
   * @throws NotWovenException if no runtime is installed, or it broke its contract
   * @throws Throwable what the body threw in the sandbox, or an {@link AirlockException}
   */
  public static Object @Nullable [] enter(
      Class<?> owner, String method, @Nullable Object receiver, Object[] arguments)
      throws Throwable {
    if (guest) {
      return null;
    }
    HostRuntime runtime = RUNTIME.get();
    if (runtime == null) {
      throw NotWovenException.noRuntime(owner, method);
    }
    Object outcome = runtime.dispatch(owner, method, receiver, arguments);
    return outcome == RUN_BODY ? null : new Object[] {outcome};
  }

  /**
   * Refuses a call whose interception failed. Woven into methods instead of their body.
   *
   * @param reason what went wrong and what to do
   * @return never
   * @throws NotWovenException always
   */
  public static NotWovenException refuse(String reason) {
    throw new NotWovenException(reason);
  }

  /**
   * Arms the gate.
   *
   * @param runtime what decides calls from now on
   * @throws IllegalStateException if it is armed already, or this JVM is a guest
   */
  public static void install(HostRuntime runtime) {
    if (guest) {
      throw new IllegalStateException("This JVM is a guest; it has no host runtime.");
    }
    if (!RUNTIME.compareAndSet(null, runtime)) {
      throw new IllegalStateException(
          "A host runtime is installed already. Is the Airlock agent given twice?");
    }
  }

  /**
   * Makes this JVM a guest. Called by the shim before it loads any code of the application.
   *
   * @param isolation what the host says it is
   * @param sandboxId what the host calls this sandbox
   * @throws IllegalStateException if a host runtime is installed, or this JVM is a guest already
   */
  public static synchronized void enterGuest(Isolation isolation, String sandboxId) {
    if (RUNTIME.get() != null || guest) {
      throw new IllegalStateException("This JVM is a host or a guest already.");
    }
    AirlockContext.enterGuest(isolation, sandboxId);
    guest = true;
  }

  /**
   * Tells the guest which call it runs.
   *
   * @param callId what the host calls it
   * @throws IllegalStateException if this JVM is not a guest
   */
  public static void enterCall(String callId) {
    if (!guest) {
      throw new IllegalStateException("This JVM is not a guest.");
    }
    AirlockContext.enterCall(callId);
  }

  /** The installed runtime, or null. */
  static @Nullable HostRuntime runtime() {
    return RUNTIME.get();
  }
}
