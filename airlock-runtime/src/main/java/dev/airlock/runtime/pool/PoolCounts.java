package dev.airlock.runtime.pool;

/**
 * How many guests a pool has and had.
 *
 * @param created booted since it was made
 * @param destroyed destroyed since then
 * @param active in use now
 * @param idle ready now
 */
public record PoolCounts(long created, long destroyed, int active, int idle) {}
