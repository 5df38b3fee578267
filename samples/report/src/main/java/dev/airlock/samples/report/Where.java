package dev.airlock.samples.report;

/** Where the body of a call ran. */
public enum Where {
  /** In a sandbox. */
  SANDBOX,
  /** In this JVM, which no input of these samples may do. */
  HOST,
  /** Not at all: the call was refused before anything was sent. */
  NOWHERE
}
