/**
 * The result gate: the only way for bytes from a sandbox to become objects of the host.
 *
 * <p>Every byte that it reads is hostile. The contract says what may come; one budget bounds what a
 * payload can cost; every failure is one exception with a reason, an offset and a path of the
 * contract's own names.
 */
@NullMarked
package dev.airlock.runtime.gate;

import org.jspecify.annotations.NullMarked;
