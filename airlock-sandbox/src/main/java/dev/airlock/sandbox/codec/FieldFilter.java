package dev.airlock.sandbox.codec;

import java.lang.reflect.Field;

/** Says which fields of a receiver are sent. Implementations are thread-safe if they are shared. */
@FunctionalInterface
public interface FieldFilter {
  /** Whether this instance field is sent. In the guest one that is not has its default value. */
  boolean sends(Field field);
}
