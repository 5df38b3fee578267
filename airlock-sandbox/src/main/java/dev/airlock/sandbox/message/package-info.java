/** What host and guest say to each other, as both of them hold it. */
@NullMarked
package dev.airlock.sandbox.message;

import org.jspecify.annotations.NullMarked;
