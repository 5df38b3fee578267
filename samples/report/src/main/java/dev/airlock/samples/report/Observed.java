package dev.airlock.samples.report;

/**
 * What a call gave back.
 *
 * @param text the answer as text, unescaped
 * @param origin where the body says that it ran
 */
public record Observed(String text, Origin origin) {}
