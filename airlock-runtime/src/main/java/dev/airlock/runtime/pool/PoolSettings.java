package dev.airlock.runtime.pool;

import java.time.Duration;

/**
 * How many guests a pool holds.
 *
 * @param minIdle how many are kept booted for calls to come
 * @param maxSize how many there may be at once, booting, idle and in use
 * @param idleTimeout how long one beyond {@code minIdle} may wait for a call
 * @param acquireTimeout how long a call waits for one
 */
public record PoolSettings(
    int minIdle, int maxSize, Duration idleTimeout, Duration acquireTimeout) {}
