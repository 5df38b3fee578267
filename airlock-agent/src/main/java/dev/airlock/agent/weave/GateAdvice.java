package dev.airlock.agent.weave;

import dev.airlock.Gate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The code that Byte Buddy copies into each intercepted method. It is a template: nobody calls it.
 *
 * <p>Nothing here is suppressed. Whatever the gate throws reaches the caller, and the body, which
 * runs only after the gate returned null, does not run.
 */
final class GateAdvice {
  private GateAdvice() {}

  /** Before the body, which is skipped if this returns an outcome. */
  @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
  static Object @Nullable [] enter(
      @Advice.Origin Class<?> owner,
      @Advice.Origin("#m#d") String method,
      @Advice.This(optional = true) @Nullable Object receiver,
      @Advice.AllArguments Object[] arguments)
      throws Throwable {
    if (Gate.isGuest()) {
      return null;
    }
    return Gate.enter(owner, method, receiver, arguments);
  }

  /** After the body, or in its place. A result of the wrong type is a ClassCastException here. */
  @Advice.OnMethodExit
  @SuppressWarnings({"UnusedVariable", "ParameterAssignment"}) // the assignment is the result
  static void exit(
      @Advice.Enter Object @Nullable [] outcome,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC)
          @Nullable Object returned) {
    if (outcome != null) {
      returned = outcome[0];
    }
  }
}
