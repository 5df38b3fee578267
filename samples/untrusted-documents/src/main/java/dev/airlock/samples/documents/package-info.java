/** Reads documents that anybody may have sent, each in a sandbox of its own. */
@NullMarked
package dev.airlock.samples.documents;

import org.jspecify.annotations.NullMarked;
