package dev.airlock;

/**
 * What the runtime has done since it started, and what it holds now. A snapshot: the numbers are
 * read one after the other while calls go on.
 *
 * @param calls calls that reached the gate and were sandboxed or failed
 * @param succeeded calls whose body returned
 * @param failed calls whose body threw, in the sandbox
 * @param refused calls that Airlock ended with an {@link AirlockException}
 * @param fallbacks calls whose body ran on the host
 * @param created guests started
 * @param destroyed guests ended
 * @param active guests that run a call now
 * @param idle guests that are ready for a call now
 */
public record RuntimeStats(
    long calls,
    long succeeded,
    long failed,
    long refused,
    long fallbacks,
    long created,
    long destroyed,
    int active,
    int idle) {}
