package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found out before the first call, and what is intercepted by a setting. */
class VerifyIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    HostProgram program = HostProgram.compile(directory, "verify");
    lines = Lines.of(program.options("-Dairlock.intercept=org.example.Plain#pa*").run());
  }

  @Test
  void classesThatAreInterceptedPass() {
    lines.returned("well = verified");
  }

  @Test
  void classWithoutAnAnnotatedMethodIsRefused() {
    lines.threw("nothing annotated", "NotWovenException", "org.example.Plain", "@Airlock");
  }

  @Test
  void methodThatWasMadeToThrowIsRefused() {
    lines.threw("native", "NotWovenException", "org.example.WithNative#fast");
    lines.threw("native call", "NotWovenException", "fast()I", "Put @Airlock on the Java method");
  }

  @Test
  void resultThatCanNeverComeBackIsNamedWithItsPathAndAttribute() {
    for (String name : new String[] {"cannot come back", "cannot come back, called"}) {
      lines.threw(name, "SandboxConfigurationException", "ThreadMaker#make", "java.lang.Thread");
    }
    lines.threw(
        "cannot come back, nested",
        "SandboxConfigurationException",
        "List[].thread: java.lang.Thread");
    lines.threw(
        "open and not listed", "SandboxConfigurationException", "OpenResult$Animal", "resultTypes");
  }

  @Test
  void malformedAttributeIsNamed() {
    for (String name : new String[] {"wrong timeout", "wrong timeout, called"}) {
      lines.threw(
          name,
          "SandboxConfigurationException",
          "org.example.WrongTimeout#work",
          "timeout = \"fast\"",
          "as in 500ms");
    }
    lines.threw("isolation too strong", "SandboxUnavailableException", "MICROVM");
  }

  @Test
  void annotationOnAnAbstractMethodKeepsItsClassFromLoading() {
    lines
        .line("abstract")
        .contains("org.example.Abstract#work", "Put the annotation on the methods");
    lines.line("interface without bodies").contains("org.example.Bodiless", "does not load");
    assertThat(lines.run().err()).contains("org.example.Abstract#work carries @Airlock");
  }

  @Test
  void methodThatASettingNamesIsSandboxedWithoutAnAnnotation() {
    lines.returned("intercepted by pattern = true", "not in the pattern = false");
    lines.bodiesOnTheHost(0);
  }
}
