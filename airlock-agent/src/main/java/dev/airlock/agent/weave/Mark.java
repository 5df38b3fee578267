package dev.airlock.agent.weave;

/** What a class file says about interception in one place. */
enum Mark {
  /** No annotation. */
  NONE,
  /** {@code @Airlock}. */
  SANDBOX,
  /** {@code @Airlock(sandbox = false)}. */
  HOST
}
