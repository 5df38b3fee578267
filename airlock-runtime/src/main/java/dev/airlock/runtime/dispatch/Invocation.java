package dev.airlock.runtime.dispatch;

import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.message.CallHeader;
import org.jspecify.annotations.Nullable;

/**
 * One call as it came through the gate or the facade.
 *
 * @param target what is called
 * @param kind how the guest reaches the body
 * @param parts the receiver (null for a static method) and the arguments, or the one callable
 */
public record Invocation(Target target, CallHeader.Kind kind, @Nullable Object[] parts) {
  /** A call of a method. */
  public static Invocation ofMethod(
      Target target, @Nullable Object receiver, @Nullable Object[] arguments) {
    @Nullable Object[] parts = new @Nullable Object[arguments.length + 1];
    parts[0] = receiver;
    System.arraycopy(arguments, 0, parts, 1, arguments.length);
    return new Invocation(target, CallHeader.Kind.METHOD, parts);
  }

  /** A call of an object that the facade was given. */
  public static Invocation ofCallable(Target target, Object callable) {
    return new Invocation(target, CallHeader.Kind.CALLABLE, new Object[] {callable});
  }

  /** What messages call each part. */
  String[] labels() {
    String[] labels = new String[parts.length];
    labels[0] = kind == CallHeader.Kind.METHOD ? "receiver" : "callable";
    for (int i = 1; i < labels.length; i++) {
      labels[i] = "argument " + i;
    }
    return labels;
  }

  /** The class of the receiver, or null for a static method. */
  @Nullable Class<?> receiverClass() {
    Object receiver = parts[0];
    return receiver == null ? null : receiver.getClass();
  }
}
