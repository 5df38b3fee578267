/**
 * One call from the gate to its outcome: encode, claim a guest, converse, admit what comes back.
 */
@NullMarked
package dev.airlock.runtime.dispatch;

import org.jspecify.annotations.NullMarked;
