package dev.airlock.samples.scripts;

import dev.airlock.samples.report.Origin;

/**
 * What a script gave back.
 *
 * @param output what it printed, or its value if it printed nothing
 * @param origin where it ran
 */
public record ScriptResult(String output, Origin origin) {}
