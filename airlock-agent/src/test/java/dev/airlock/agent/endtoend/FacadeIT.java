package dev.airlock.agent.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as programs call it. */
class FacadeIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    lines = Lines.of(HostProgram.compile(directory, "facade").run());
  }

  @Test
  void callRunsInASandbox() {
    lines.returned("call = true", "nested call = true", "isolation = NAMESPACES");
    lines.returned("checked ! OwnFailure: own");
  }

  @Test
  void callAsyncCompletesFailsAndIsCancelled() {
    lines.returned(
        "callAsync = 42", "callAsync fails = org.example.Facade$OwnFailure: own", "cancel = true");
  }

  @Test
  void scopeHoldsItsGuestUntilTheGuestDies() {
    lines.returned(
        "scope keeps state = 1 2 true",
        "scopes are apart = 1",
        "body's exception leaves the scope whole = own then 1");
    lines
        .line("crash breaks the scope")
        .matches(
            "= SandboxExecutionException The guest of Facade#halt ended with status 9 .*;"
                + " SandboxExecutionException The sandbox of this scope was destroyed .*; ");
  }

  @Test
  void namedConfigurationHoldsForItsMethods() {
    lines.returned("named configuration = true", "its timeout = PT1.5S");
    lines.threw("defined otherwise", "IllegalStateException", "\"quick\"", "another name");
    lines.threw(
        "unknown name", "SandboxConfigurationException", "\"quikc\"", "nearest one is \"quick\"");
    lines.threw("wrong value", "SandboxConfigurationException", "airlock.pids", "32 to 32768");
  }

  @Test
  void statisticsAddUp() {
    lines.returned("stats add up = 0", "failed = 3");
  }

  @Test
  void nothingRunsOnceItIsClosed() {
    lines.threw("after close", "SandboxUnavailableException", "closed");
    lines.threw("annotated after close", "SandboxUnavailableException", "closed");
    lines.threw("optional after close", "SandboxUnavailableException", "closed");
    lines.returned("all destroyed = true");
    lines.bodiesOnTheHost(0);
  }
}
