/**
 * Makes the documents of the sample: real ones with known content, and ones built to do harm. The
 * same bytes each time.
 */
@NullMarked
package dev.airlock.samples.documents.generate;

import org.jspecify.annotations.NullMarked;
