package dev.airlock.runtime.gate;

import dev.airlock.HostileResultException;

/** Makes the exception for what is wrong with a payload, where the reader is. */
@FunctionalInterface
interface Refusals {
  /** The exception, to be thrown. The reason is text of ours, or escaped. */
  HostileResultException because(String reason);
}
