/**
 * What a call takes along and what it may bring back, as far as the method's byte code tells: the
 * fields of the receiver that it can reach and the exceptions that it can make.
 */
@NullMarked
package dev.airlock.runtime.capture;

import org.jspecify.annotations.NullMarked;
