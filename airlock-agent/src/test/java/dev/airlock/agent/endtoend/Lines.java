package dev.airlock.agent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.AgentHarness;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;

/**
 * What a program printed: by the name of a check, {@code = value} or {@code ! type: message}.
 *
 * @param run for messages, the whole output
 */
record Lines(Map<String, String> checks, AgentHarness.Run run) {
  private static final Pattern LINE = Pattern.compile("(.*?) ([=!] .*)");

  /** The lines of a program that ended well. */
  static Lines of(AgentHarness.Run run) {
    assertThat(run.exit()).as(run.toString()).isZero();
    Map<String, String> checks = new LinkedHashMap<>();
    run.out()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> add(checks, line));
    return new Lines(checks, run);
  }

  private static void add(Map<String, String> checks, Matcher line) {
    assertThat(checks.put(line.group(1), line.group(2))).as("twice: %s", line.group(1)).isNull();
  }

  /** Asserts on what came of one check. */
  AbstractStringAssert<?> line(String name) {
    assertThat(checks).as(run.toString()).containsKey(name);
    return assertThat(checks.get(name)).as("%s", name);
  }

  /** Asserts what some checks returned, each given as {@code name = value}. */
  void returned(String... expected) {
    for (String line : expected) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).isTrue();
      line(matcher.group(1)).isEqualTo(matcher.group(2));
    }
  }

  /** Asserts that a check threw, and that its message has all of this in it. */
  void threw(String name, String type, String... parts) {
    line(name).startsWith("! " + type + ": ").contains(Arrays.asList(parts));
  }

  /** Asserts how many bodies have run on the host. */
  void bodiesOnTheHost(int number) {
    line("bodies on the host").isEqualTo("= " + number);
  }
}
