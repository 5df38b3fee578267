package dev.airlock;

/** What a guest may reach over the network. A provider that cannot enforce a policy refuses it. */
public enum Network {
  /** Whatever {@code airlock.network} says; {@link #NONE} where nothing is said. */
  DEFAULT,

  /**
   * Nothing at all: no interface but loopback, no name resolution, no sockets where a filter can
   * stop them.
   */
  NONE
}
