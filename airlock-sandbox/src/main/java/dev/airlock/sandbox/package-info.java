/**
 * What a sandbox is to the rest of Airlock: providers make them, a channel of bytes leads into
 * each.
 */
@NullMarked
package dev.airlock.sandbox;

import org.jspecify.annotations.NullMarked;
