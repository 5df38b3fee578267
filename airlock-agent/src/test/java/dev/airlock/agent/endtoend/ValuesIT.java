package dev.airlock.agent.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments and results of many types. */
class ValuesIT {
  @TempDir static Path directory;
  private static Lines lines;

  @BeforeAll
  static void run() throws Exception {
    lines =
        Lines.of(HostProgram.compile(directory, "values").options("-Dairlock.reuse=pool").run());
  }

  @Test
  void collectionsComeBackEqualAndOfTheirOwnClass() {
    lines.returned(
        "ArrayList = true",
        "LinkedHashSet = true",
        "nested generics = true",
        "TreeSet = true",
        "TreeMap = true",
        "EnumMap = true",
        "List.of = [a]",
        "Deque = [0, 1, 2]",
        "empty list = []");
  }

  @Test
  void valuesOfTheJdkComeBackEqual() {
    lines.returned(
        "LocalDate = true",
        "Instant = true",
        "ZonedDateTime = true",
        "Duration = true",
        "null = null",
        "text = true",
        "Optional = true",
        "empty Optional = true",
        "OptionalInt = true",
        "BigInteger = true",
        "UUID = true",
        "URI = true",
        "Locale = true");
  }

  @Test
  void arraysAndOpenSlotsComeBack() {
    lines.returned(
        "byte[] = bytes",
        "int[][] = [[1, 2], [], null]",
        "String[] = [a, null]",
        "boxed null = null",
        "open slot = [1, a, {k=2}]",
        "own array = [Point[x=1, y=1], Point[x=2, y=2]]",
        "argument's type in an open slot = [Point[x=5, y=6]]");
  }

  @Test
  void typesOfTheApplicationComeBack() {
    lines.returned(
        "record = true",
        "generic record = true",
        "enum is the same constant = true",
        "class with fields = Ada 37",
        "sealed = Square[side=4.0]");
  }

  @Test
  void identityAndCyclesSurvive() {
    lines.returned("cycle = true", "shared twice = true", "same argument twice = true");
  }

  @Test
  void lambdasRunWithWhatTheyCapture() {
    lines.returned(
        "lambda = 21",
        "lambda with a list = [a, b]",
        "lambda that runs a lambda = 2",
        "method reference = I am Eve");
  }

  @Test
  void noBodyRanOnTheHost() {
    lines.bodiesOnTheHost(0);
  }
}
