/** Sandboxes out of Linux namespaces and a system call filter, made by bubblewrap. */
@NullMarked
package dev.airlock.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
