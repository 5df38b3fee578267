/**
 * The system call filter of guests that share the host's kernel, built as a classic BPF program.
 */
@NullMarked
package dev.airlock.sandbox.seccomp;

import org.jspecify.annotations.NullMarked;
