/**
 * Frames: how a channel of bytes carries calls, classes, output and results between host and guest.
 */
@NullMarked
package dev.airlock.sandbox.frame;

import org.jspecify.annotations.NullMarked;
