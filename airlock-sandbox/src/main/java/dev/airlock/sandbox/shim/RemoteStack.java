package dev.airlock.sandbox.shim;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stack of what a body threw, without the frames of the shim that called it. */
final class RemoteStack {
  private static final String SHIM = CallRunner.class.getPackageName() + ".";

  private RemoteStack() {}

  /** Cuts the shim's frames, and the reflection above them, from a throwable and its causes. */
  static void trim(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      for (@Nullable Throwable one = thrown;
          one != null && seen.add(one) && seen.size() < 32;
          one = one.getCause()) {
        StackTraceElement[] frames = one.getStackTrace();
        one.setStackTrace(Arrays.copyOf(frames, length(frames)));
      }
    } catch (RuntimeException | StackOverflowError e) {
      // A throwable may be of any making. One whose stack cannot be had keeps it.
    }
  }

  private static int length(StackTraceElement[] frames) {
    int length = frames.length;
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].getClassName().startsWith(SHIM)) {
        length = i;
        break;
      }
    }
    while (length > 0
        && length < frames.length
        && isReflection(frames[length - 1].getClassName())) {
      length--;
    }
    return length;
  }

  private static boolean isReflection(String name) {
    return name.startsWith("java.lang.reflect.")
        || name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.invoke.");
  }
}
