package dev.airlock.samples.report;

/**
 * One line of the table.
 *
 * @param subject the input
 * @param verdict what the trial showed
 * @param outcome what came back, unescaped
 * @param where where the body ran
 * @param isolation the isolation it ran under; empty if not known
 * @param millis how long the call took, in milliseconds
 */
public record Row(
    Subject subject, Verdict verdict, String outcome, Where where, String isolation, long millis) {}
