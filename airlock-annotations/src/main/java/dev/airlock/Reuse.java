package dev.airlock;

/** How long a guest lives: how many calls may see the state that earlier calls left in it. */
public enum Reuse {
  /** Whatever {@code airlock.reuse} says; {@link #CALL} where nothing is said. */
  DEFAULT,

  /** A fresh guest for each call. No call sees statics, threads or files of another. */
  CALL,

  /** One guest for all calls with the same {@link Airlock#key()}; keys never share a guest. */
  KEY,

  /** Guests shared by all calls of the same configuration, one call at a time in each. */
  POOL,

  /**
   * A new sandbox for the call. The same as {@link #CALL} where a sandbox holds one guest; where
   * one sandbox can hold several guests, also a sandbox that no other call has used.
   */
  VM
}
