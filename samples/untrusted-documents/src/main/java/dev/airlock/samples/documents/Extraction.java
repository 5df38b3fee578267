package dev.airlock.samples.documents;

import dev.airlock.samples.report.Origin;

/**
 * The text of a document.
 *
 * @param text all of its text
 * @param pages how many pages it says it has
 * @param origin where it was read
 */
public record Extraction(String text, int pages, Origin origin) {}
