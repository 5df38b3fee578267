package dev.airlock.runtime.guest;

import dev.airlock.sandbox.message.GuestWords.Refusal;
import org.jspecify.annotations.Nullable;

/** How a call ended that ended by the rules. */
public sealed interface CallOutcome {
  /** The body returned. */
  record Returned(@Nullable Object value) implements CallOutcome {}

  /** The body threw. */
  record Threw(Throwable failure) implements CallOutcome {}

  /** The guest could not run the call, or could not send its result. */
  record Refused(Refusal refusal) implements CallOutcome {}
}
