/**
 * A guest as the host sees it: the handshake, the conversation of one call, the deadline, the
 * output.
 */
@NullMarked
package dev.airlock.runtime.guest;

import org.jspecify.annotations.NullMarked;
