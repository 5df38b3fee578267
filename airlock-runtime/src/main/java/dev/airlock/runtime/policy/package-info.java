/**
 * What holds for a call: the annotation and the settings, brought together so that settings only
 * ever tighten.
 */
@NullMarked
package dev.airlock.runtime.policy;

import org.jspecify.annotations.NullMarked;
