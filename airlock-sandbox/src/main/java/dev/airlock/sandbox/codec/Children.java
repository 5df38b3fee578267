package dev.airlock.sandbox.codec;

import org.jspecify.annotations.Nullable;

/** Takes the children of an object, one by one. */
@FunctionalInterface
interface Children {
  /**
   * One child.
   *
   * @param step how a path names it: a field's name, {@code [3]}, {@code {key}}
   */
  void child(String step, @Nullable Object child);
}
