package dev.airlock.runtime.gate;

import org.jspecify.annotations.Nullable;

/** Makes host exceptions of what a guest says that it threw. */
final class ExceptionRebuilder {
  private final FailureContract contract;

  ExceptionRebuilder(FailureContract contract) {
    this.contract = contract;
  }

  /** The exception that a method threw, or null if the host cannot or may not throw it. */
  @Nullable Exception rebuild(GuestThrowable failure) {
    Exception made = make(failure);
    return made != null && contract.permits(made) ? made : null;
  }

  private @Nullable Exception make(GuestThrowable failure) {
    ExceptionType type = contract.named(failure.type());
    if (type == null) {
      return null;
    }
    GuestThrowable cause = failure.cause();
    Exception made = type.make(failure.rawMessage(), cause == null ? null : makeCause(cause));
    return made == null ? null : dress(made, failure);
  }

  private Exception makeCause(GuestThrowable failure) {
    Exception made = make(failure);
    if (made != null) {
      return made;
    }
    GuestThrowable cause = failure.cause();
    return dress(new RemoteCause(failure, cause == null ? null : makeCause(cause)), failure);
  }

  private Exception dress(Exception made, GuestThrowable failure) {
    made.setStackTrace(failure.frames().toArray(StackTraceElement[]::new));
    for (GuestThrowable each : failure.suppressed()) {
      made.addSuppressed(makeCause(each));
    }
    return made;
  }
}
