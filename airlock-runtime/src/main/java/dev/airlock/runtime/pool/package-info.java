/** Guests that are booted ahead, and who may use them. */
@NullMarked
package dev.airlock.runtime.pool;

import org.jspecify.annotations.NullMarked;
