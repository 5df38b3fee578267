package dev.airlock.runtime;

/** Which methods the agent has woven. Thread-safe. */
@FunctionalInterface
public interface WovenMethods {
  /**
   * Whether a method goes through the gate.
   *
   * @param owner the class that declares it
   * @param method its name and descriptor
   */
  boolean isWoven(Class<?> owner, String method);
}
