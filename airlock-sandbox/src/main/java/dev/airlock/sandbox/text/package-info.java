/** Text that a sandbox sent, made safe to show. */
@NullMarked
package dev.airlock.sandbox.text;

import org.jspecify.annotations.NullMarked;
