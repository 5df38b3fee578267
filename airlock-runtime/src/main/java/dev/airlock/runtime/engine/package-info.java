/** Which provider makes the sandbox of a call, and the pools of what they make. */
@NullMarked
package dev.airlock.runtime.engine;

import org.jspecify.annotations.NullMarked;
