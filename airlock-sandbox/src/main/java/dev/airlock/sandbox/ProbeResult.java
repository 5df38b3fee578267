package dev.airlock.sandbox;

/**
 * What a provider found when it tried its engine.
 *
 * @param usable whether a guest really started
 * @param engine the engine and its version as far as known, as in {@code bubblewrap 0.8.0}
 * @param reason if not usable, what went wrong; else empty
 * @param remedy if not usable, the command or setting that would change it; else empty
 */
public record ProbeResult(boolean usable, String engine, String reason, String remedy) {
  /** A probe that worked. */
  public static ProbeResult usable(String engine) {
    return new ProbeResult(true, engine, "", "");
  }

  /** A probe that did not. */
  public static ProbeResult unusable(String engine, String reason, String remedy) {
    return new ProbeResult(false, engine, reason, remedy);
  }
}
