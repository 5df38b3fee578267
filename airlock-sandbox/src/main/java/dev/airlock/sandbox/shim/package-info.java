/** The guest's main program: it runs one call after the other in a sandbox. */
@NullMarked
package dev.airlock.sandbox.shim;

import org.jspecify.annotations.NullMarked;
