package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SeenClassesTest {
  private final ClassLoader one = new ClassLoader() {};
  private final ClassLoader other = new ClassLoader() {};

  @Property(tries = 100)
  void containWhatWasNotedAndNothingElse(
      @ForAll @Size(max = 500) Set<@AlphaChars @StringLength(min = 1, max = 6) String> noted,
      @ForAll @AlphaChars @StringLength(min = 1, max = 6) String any) {
    SeenClasses seen = new SeenClasses();
    noted.forEach(name -> seen.note(one, name));
    assertThat(noted).allMatch(name -> seen.contains(one, name));
    assertThat(seen.contains(one, any)).isEqualTo(noted.contains(any));
  }

  @Test
  void nameIsTheSameWithSlashesAndDots() {
    SeenClasses seen = new SeenClasses();
    seen.note(one, "org/example/App");
    assertThat(seen.contains(one, "org.example.App")).isTrue();
  }

  @Test
  void classOfAnotherLoaderIsAnotherClass() {
    SeenClasses seen = new SeenClasses();
    seen.note(one, "org/example/App");
    assertThat(seen.contains(other, "org.example.App")).isFalse();
  }

  /** These are the same to {@link String#hashCode}. */
  @Test
  void namesThatAreEasilyTakenForEachOtherAreTwo() {
    SeenClasses seen = new SeenClasses();
    seen.note(one, "a/Aa");
    assertThat(seen.contains(one, "a.BB")).isFalse();
  }

  @Test
  void classWithoutANameIsNotNoted() {
    new SeenClasses().note(one, null);
  }

  @Test
  void lackOfStackWhileNotingIsNoFailure() {
    ClassLoader failing =
        new ClassLoader() {
          @Override
          public int hashCode() {
            throw new StackOverflowError();
          }
        };
    new SeenClasses().note(failing, "org/example/App");
  }
}
