/** Where the runtime's own words and the guests' go. */
@NullMarked
package dev.airlock.runtime.logging;

import org.jspecify.annotations.NullMarked;
