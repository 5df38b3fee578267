/** Measures calls against what the same machine does without Airlock, side by side in one run. */
package dev.airlock.bench;
