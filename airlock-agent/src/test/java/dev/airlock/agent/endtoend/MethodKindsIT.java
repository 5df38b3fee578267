package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotated methods of every kind, with a sandbox and without. */
class MethodKindsIT {
  /** Checks whose body belongs on the host. */
  private static final int ON_THE_HOST = 2;

  @TempDir Path directory;

  @Test
  void eachKindOfMethodAnswersFromASandbox() throws Exception {
    Lines lines =
        Lines.of(HostProgram.compile(directory, "kinds").options("-Dairlock.reuse=pool").run());
    lines.returned(
        "static = aa",
        "private static = A",
        "final = final 1",
        "varargs = <a-b-c>",
        "varargs empty = <>",
        "generic = 9",
        "void = 0",
        "recursive = 3628800",
        "many arguments = 1 2 3.0 4.0 five c true 8 9",
        "instance with state = 42",
        "receiver is a copy = 41 then 40",
        "private = private 40",
        "generic class = x",
        "default = <l>",
        "static of an interface = a!",
        "record = Pair[left=r, right=l]",
        "enum = ODD",
        "enum with a body = LOW",
        "nested = oi",
        "local class = local",
        "anonymous class = a!",
        "override through super = child of parent",
        "inherited = of child of parent",
        "class-level = instance static",
        "class-level, one taken out = true",
        "class-level, constructor = true");
    lines.returned(
        "boolean = false",
        "byte = -128",
        "short = 2",
        "char = b",
        "int = -2147483648",
        "long = -9223372036854775808",
        "float = NaN",
        "double = -0.0");
    lines.bodiesOnTheHost(0);
  }

  @Test
  void noKindOfMethodRunsWhereThereIsNoSandbox() throws Exception {
    Lines lines =
        Lines.of(
            HostProgram.compile(directory, "kinds")
                .withoutBubblewrap(HostProgram.emptyDirectory(directory))
                .run());
    lines.bodiesOnTheHost(0);
    assertThat(lines.checks()).hasSize(35);
    assertThat(lines.checks().values())
        .filteredOn(line -> line.startsWith("! SandboxUnavailableException: "))
        .hasSize(34 - ON_THE_HOST);
  }

  @Test
  void nothingRunsThroughTheFacadeWithoutTheAgent() throws Exception {
    Lines lines = Lines.of(HostProgram.compile(directory, "forgotten").runWithoutAgent());
    assertThat(lines.checks()).hasSize(7);
    lines.bodiesOnTheHost(0);
    for (String name :
        new String[] {"call", "callAsync", "withSandbox", "define", "stats", "verify"}) {
      lines.threw(name, "NotWovenException", "-javaagent:airlock-agent.jar", "nothing ran");
    }
  }
}
