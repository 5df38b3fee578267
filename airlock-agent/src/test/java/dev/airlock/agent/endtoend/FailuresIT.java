package dev.airlock.agent.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions of bodies, as their callers see them. */
class FailuresIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    lines =
        Lines.of(HostProgram.compile(directory, "failures").options("-Dairlock.reuse=pool").run());
  }

  @Test
  void contextTellsInsideFromOutside() {
    lines.returned("inside = true", "outside = false");
  }

  @Test
  void exceptionsOfTheApplicationComeBackAsThemselves() {
    lines.returned(
        "own checked ! OwnChecked: c",
        "own unchecked, declared ! OwnUnchecked: d",
        "own unchecked, undeclared ! OwnUnchecked: u",
        "fields = x",
        "cause = outer by org.example.OwnUnchecked: inner");
  }

  @Test
  void exceptionsOfTheJdkComeBackAsThemselves() {
    lines.returned(
        "checked of the JDK ! IOException: gone", "no message ! IllegalStateException: null");
    lines.threw("of the JDK", "IndexOutOfBoundsException", "3");
  }

  @Test
  void stackHasTheGuestThenAMarkerThenTheCaller() {
    lines.line("stack").matches("= airlock\\.sandbox\\(NAMESPACES bubblewrap-[0-9-]+\\) line true");
  }

  @Test
  void errorsComeAsTextWithTheirTypeAndStack() {
    lines.returned("error = java.lang.LinkageError true true true");
    lines.threw("assertion", "SandboxExecutionException", "java.lang.AssertionError: wrong");
    lines.threw(
        "exception in an initializer",
        "SandboxExecutionException",
        "java.lang.ExceptionInInitializerError");
  }

  @Test
  void checkedExceptionThatTheMethodDoesNotDeclareComesAsText() {
    lines.threw(
        "checked, not declared", "SandboxExecutionException", "org.example.OwnChecked: sneaky");
  }

  @Test
  void callsGoOnAfterwards() {
    lines.returned("after all that = true");
    lines.bodiesOnTheHost(0);
  }
}
