package dev.airlock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that runs in a sandbox instead of in this JVM.
 *
 * <p>A call to the method is intercepted. The receiver, the arguments and the code that the method
 * needs are sent to a small JVM in a sandbox; the real body runs there; its result or its exception
 * comes back as if the call had been local. Receiver and arguments cross as copies: what the body
 * changes in them is not seen by the caller, only what it returns.
 *
 * <p>On a type, the annotation stands for each method with a body that the type declares (static,
 * instance, private, final and default ones), except constructors, bridges and synthetic methods;
 * an annotation on a method replaces that of its type. It is not inherited: an override without the
 * annotation is an ordinary method.
 *
 * <p>It cannot stand on a method without a body of its own: a class that puts it on an abstract
 * method does not load, a native method that carries it throws, and each says so. Without the agent
 * (or build-time weaving) nothing intercepts a call, and {@link AirlockRuntime#verify(Class[])} is
 * the way to find out at start.
 *
 * <p>A call is at most once. It throws, apart from what the body throws:
 *
 * <ul>
 *   <li>{@link NotWovenException} if the method was to be intercepted but could not be,
 *   <li>{@link SandboxConfigurationException} if the annotation or the configuration is wrong,
 *   <li>{@link NotShippableException} if the receiver or an argument cannot cross,
 *   <li>{@link PayloadTooLargeException} if receiver and arguments exceed {@code
 *       airlock.max-payload},
 *   <li>{@link SandboxUnavailableException} if no sandbox could be had and {@link
 *       #sandboxRequired()},
 *   <li>{@link SandboxTimeoutException} if the deadline passed; the sandbox is destroyed,
 *   <li>{@link SandboxResourceException} if the guest hit a limit; the sandbox is destroyed,
 *   <li>{@link SandboxExecutionException} if the body failed in a way that cannot be rebuilt as the
 *       body's own exception, or the guest died,
 *   <li>{@link HostileResultException} if what came back was not what the method may return.
 * </ul>
 *
 * <p>In all of these cases the body has not run on the host.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Airlock {
  /**
   * Whether the method runs in a sandbox at all. {@code false} takes a method out of its type's
   * annotation.
   */
  boolean sandbox() default true;

  /**
   * Whether the body must never run on the host. With {@code false} it runs on the host, once and
   * with a warning, if no sandbox could be had before the call could have started in one. {@code
   * airlock.fallback=never} overrules {@code false}; nothing overrules {@code true}.
   */
  boolean sandboxRequired() default true;

  /**
   * The longest that a call may take from entry to result, as a number and a unit: {@code "500ms"},
   * {@code "30s"}, {@code "5m"}. Empty for the configuration's {@code airlock.timeout}. Where both
   * are given the shorter one holds.
   */
  String timeout() default "";

  /**
   * The name of the {@link AirlockConfig} that this method's calls use. Empty for the global one.
   */
  String config() default "";

  /**
   * The weakest isolation that will do. Where the configuration asks for a stronger one, that
   * holds.
   */
  Isolation isolation() default Isolation.DEFAULT;

  /** Which calls may share a guest. */
  Reuse reuse() default Reuse.DEFAULT;

  /** With {@link Reuse#KEY}, the key whose calls share a guest. Empty otherwise. */
  String key() default "";

  /** What the guest may reach over the network. */
  Network network() default Network.DEFAULT;

  /**
   * Types that a result may contain where the method's declaration leaves them open: in an {@code
   * Object}, a wildcard, an interface or an abstract class. A type that is neither declared nor
   * listed here is never built from what a sandbox sent.
   */
  Class<?>[] resultTypes() default {};
}
