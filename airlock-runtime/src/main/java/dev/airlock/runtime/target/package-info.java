/** What is known of a method that runs in sandboxes. */
@NullMarked
package dev.airlock.runtime.target;

import org.jspecify.annotations.NullMarked;
