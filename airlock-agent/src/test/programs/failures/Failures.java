package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockContext;
import dev.airlock.SandboxExecutionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Calls bodies that throw. */
public final class Failures {
  private Failures() {}

  public static void main(String[] arguments) {
    Show.line("inside", Failures::inside);
    Show.line("outside", AirlockContext::isSandboxed);
    Show.line("own checked", () -> checked("c"));
    Show.line("own unchecked, declared", () -> declared("d"));
    Show.line("own unchecked, undeclared", () -> undeclared("u"));
    Show.line("of the JDK", () -> List.of(1).get(number(3)));
    Show.line("in the JDK", () -> number(7));
    Show.line("checked of the JDK", () -> io("gone"));
    Show.line("checked, not declared", () -> sneaky());
    Show.line("no message", () -> silent());
    Show.line("fields", Failures::fields);
    Show.line("cause", Failures::cause);
    Show.line("stack", Failures::stack);
    Show.line("error", Failures::error);
    Show.line("assertion", () -> asserting());
    Show.line("exception in an initializer", () -> Uses.value());
    Show.line("after all that", Failures::inside);
    Show.hostBodies();
  }

  @Airlock
  static boolean inside() {
    Show.body();
    return AirlockContext.isSandboxed() && !AirlockContext.callId().isEmpty();
  }

  @Airlock
  static String checked(String text) throws OwnChecked {
    Show.body();
    throw new OwnChecked(text);
  }

  @Airlock
  static String declared(String text) throws OwnUnchecked {
    Show.body();
    throw new OwnUnchecked(text);
  }

  @Airlock
  static String undeclared(String text) {
    Show.body();
    throw new OwnUnchecked(text);
  }

  @Airlock
  static int number(int index) {
    Show.body();
    return List.of(0, 1).get(index);
  }

  @Airlock
  static String io(String text) throws IOException {
    Show.body();
    throw new IOException(text);
  }

  @Airlock
  static String sneaky() {
    Show.body();
    throw Failures.<RuntimeException>unchecked(new OwnChecked("sneaky"));
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> X unchecked(Throwable failure) throws X {
    throw (X) failure;
  }

  @Airlock
  static String silent() {
    Show.body();
    throw new IllegalStateException();
  }

  @Airlock
  static String causing() {
    Show.body();
    throw new IllegalStateException("outer", new OwnUnchecked("inner"));
  }

  @Airlock
  static String failing() {
    Show.body();
    return deeper();
  }

  private static String deeper() {
    throw new LinkageError("a\u001b[31m\nb");
  }

  @Airlock
  static String asserting() {
    Show.body();
    throw new AssertionError("wrong");
  }

  private static String fields() {
    try {
      checked("x");
      return "returned";
    } catch (OwnChecked e) {
      return e.getClass() == OwnChecked.class ? e.getMessage() : e.toString();
    }
  }

  private static String cause() {
    try {
      return causing();
    } catch (IllegalStateException e) {
      return e.getMessage() + " by " + e.getCause();
    }
  }

  /** Which frames there are, in order. */
  private static String stack() {
    try {
      return undeclared("s");
    } catch (OwnUnchecked e) {
      StackTraceElement[] stack = e.getStackTrace();
      int guest = find(stack, frame -> frame.getMethodName().equals("undeclared"));
      int marker = find(stack, frame -> frame.toString().contains("sandbox"));
      int caller = find(stack, frame -> frame.getMethodName().equals("stack"));
      boolean ordered = 0 <= guest && guest < marker && marker < caller;
      boolean clean = find(stack, frame -> frame.getClassName().startsWith("dev.airlock.")) < 0;
      return ordered && clean
          ? stack[marker] + " line " + (stack[guest].getLineNumber() > 0)
          : Arrays.toString(stack);
    }
  }

  private static int find(StackTraceElement[] stack, Predicate<StackTraceElement> wanted) {
    for (int i = 0; i < stack.length; i++) {
      if (wanted.test(stack[i])) {
        return i;
      }
    }
    return -1;
  }

  private static String error() {
    try {
      return failing();
    } catch (SandboxExecutionException e) {
      boolean remote = e.remoteStackTrace().contains("Failures.deeper");
      boolean local =
          Arrays.stream(e.getStackTrace()).anyMatch(f -> f.getMethodName().equals("error"));
      boolean escaped = e.getMessage().indexOf('\u001b') < 0;
      return e.errorType() + " " + remote + " " + local + " " + escaped;
    }
  }
}
