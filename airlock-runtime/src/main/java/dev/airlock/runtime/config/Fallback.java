package dev.airlock.runtime.config;

/** Who decides whether a body may run on the host when no sandbox can be had. */
public enum Fallback {
  /** The method's annotation does. */
  ANNOTATION,

  /** Nobody: no body runs on the host. */
  NEVER
}
