/**
 * The guest's side: its main program, the loaders that mirror the host's, and how a body is run.
 *
 * <p>Nothing here protects the host: whoever owns the guest can replace it. It only has to be
 * quick, and to make a call look local.
 */
@NullMarked
package dev.airlock.sandbox.shim;

import org.jspecify.annotations.NullMarked;
