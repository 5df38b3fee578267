package dev.airlock.runtime;

import dev.airlock.HostRuntime;
import dev.airlock.SandboxConfigurationException;
import java.util.List;

/** Starts the runtime for the agent. */
public final class RuntimeStarter {
  private RuntimeStarter() {}

  /**
   * A runtime that is ready for its first call.
   *
   * @param runtime what the gate is armed with
   * @param interceptPatterns the values of {@code airlock.intercept}
   * @param warmUp boots the first guests; to be run once, off the caller's thread
   */
  public record Started(HostRuntime runtime, List<String> interceptPatterns, Runnable warmUp) {}

  /**
   * Reads the configuration and makes the runtime. Starts no guest.
   *
   * @param woven what the weaver has woven
   * @throws SandboxConfigurationException if the configuration is wrong
   */
  public static Started start(WovenMethods woven) throws SandboxConfigurationException {
    return new Started(new RefusingRuntime(woven), List.of(), () -> {});
  }
}
