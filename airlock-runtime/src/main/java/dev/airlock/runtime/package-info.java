/** The host side of a call, behind the gate. */
@NullMarked
package dev.airlock.runtime;

import org.jspecify.annotations.NullMarked;
