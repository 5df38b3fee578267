package dev.airlock.samples.report;

import dev.airlock.AirlockContext;
import java.util.Locale;

/**
 * Where the body of an annotated method ran, as the body itself saw it.
 *
 * @param sandboxed whether it ran in a guest
 * @param isolation the isolation of the guest's sandbox in lower case; empty on the host
 */
public record Origin(boolean sandboxed, String isolation) {
  /** Where the caller runs. */
  public static Origin here() {
    if (!AirlockContext.isSandboxed()) {
      return new Origin(false, "");
    }
    String isolation = AirlockContext.isolation().name().toLowerCase(Locale.ROOT);
    return new Origin(true, isolation.replace('_', '-'));
  }
}
