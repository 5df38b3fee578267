package dev.airlock.sandbox;

import dev.airlock.Network;

/**
 * What a sandbox has to be. Sandboxes of equal specs are interchangeable while they are fresh.
 *
 * @param limits what its guest may use at most
 * @param network what it may reach; never {@link Network#DEFAULT}
 */
public record SandboxSpec(Limits limits, Network network) {}
