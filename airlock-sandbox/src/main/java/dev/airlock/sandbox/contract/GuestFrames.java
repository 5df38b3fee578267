package dev.airlock.sandbox.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Which frames of a guest's stack are the application's. */
final class GuestFrames {
  private static final String SHIM = "dev.airlock.sandbox.";
  private static final List<String> REFLECTION =
      List.of("java.lang.reflect.", "jdk.internal.reflect.", "java.lang.invoke.");

  private GuestFrames() {}

  /** The frames down to where the shim called the method, without the reflection in between. */
  static List<StackTraceElement> ofUserCode(StackTraceElement[] frames) {
    List<StackTraceElement> present =
        new ArrayList<>(Arrays.stream(frames).filter(Objects::nonNull).toList());
    int end = present.size();
    for (int i = present.size() - 1; i >= 0; i--) {
      if (present.get(i).getClassName().startsWith(SHIM)) {
        end = i;
      }
    }
    if (end == present.size()) {
      return present;
    }
    while (end > 0 && isReflection(present.get(end - 1))) {
      end--;
    }
    return present.subList(0, end);
  }

  private static boolean isReflection(StackTraceElement frame) {
    return REFLECTION.stream().anyMatch(frame.getClassName()::startsWith);
  }
}
