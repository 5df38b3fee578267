/**
 * What the samples share: canaries on the host, the judgement of each trial, and the table that
 * shows it.
 *
 * <p>Only {@link dev.airlock.samples.report.Origin} travels into a sandbox; everything else is the
 * host's side.
 */
@NullMarked
package dev.airlock.samples.report;

import org.jspecify.annotations.NullMarked;
