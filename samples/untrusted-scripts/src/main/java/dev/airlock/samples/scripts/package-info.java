/** Runs Groovy scripts that nobody has reviewed, each in a sandbox of its own. */
@NullMarked
package dev.airlock.samples.scripts;

import org.jspecify.annotations.NullMarked;
