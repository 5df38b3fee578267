package dev.airlock.runtime.config;

import java.time.Duration;

/**
 * How many guests there are.
 *
 * @param minIdle how many are kept booted for calls to come
 * @param maxSize how many there may be at once, booted and in use
 * @param idleTimeout how long one beyond the minimum may wait for a call
 */
public record PoolSettings(
    @Within(Key.POOL_MIN_IDLE) int minIdle,
    @Within(Key.POOL_MAX_SIZE) int maxSize,
    @Within(Key.POOL_IDLE_TIMEOUT) Duration idleTimeout) {}
