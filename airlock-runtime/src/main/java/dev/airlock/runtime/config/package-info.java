/**
 * Settings: which keys there are, how their values read, where they come from, and what is wrong
 * with them.
 */
@NullMarked
package dev.airlock.runtime.config;

import org.jspecify.annotations.NullMarked;
