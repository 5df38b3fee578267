/** The host side of a call, put together: what stands behind the gate and the facade. */
@NullMarked
package dev.airlock.runtime;

import org.jspecify.annotations.NullMarked;
