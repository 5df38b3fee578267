/** Starting programs on this machine, in a way that none of them outlives the host JVM. */
@NullMarked
package dev.airlock.sandbox.process;

import org.jspecify.annotations.NullMarked;
