package dev.airlock.runtime.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the stacks of guest and caller one, with a line between them that says which is which. */
public final class StackJoin {
  private static final List<String> OURS =
      List.of(
          "dev.airlock.Airlock",
          "dev.airlock.Gate",
          "dev.airlock.HostRuntime",
          "dev.airlock.SandboxScope",
          "dev.airlock.runtime.",
          "dev.airlock.sandbox.",
          "dev.airlock.agent.",
          "dev.airlock.aspect.",
          "java.lang.Thread.getStackTrace");

  private StackJoin() {}

  /**
   * Sets the stack of an exception: what the guest says, a line that names the sandbox, the caller.
   *
   * @param sandbox as in {@code NAMESPACES bwrap-12}
   * @param caller the stack of the calling thread; frames of ours at its top are left out
   */
  public static void join(
      Throwable exception,
      List<StackTraceElement> guest,
      String sandbox,
      StackTraceElement[] caller) {
    List<StackTraceElement> joined = new ArrayList<>(guest);
    joined.add(new StackTraceElement("airlock", "sandbox", sandbox, -1));
    int first = 0;
    while (first < caller.length && isOurs(caller[first])) {
      first++;
    }
    joined.addAll(Arrays.asList(caller).subList(first, caller.length));
    exception.setStackTrace(joined.toArray(StackTraceElement[]::new));
  }

  private static boolean isOurs(StackTraceElement frame) {
    String place = frame.getClassName() + "." + frame.getMethodName();
    return OURS.stream().anyMatch(place::startsWith);
  }
}
