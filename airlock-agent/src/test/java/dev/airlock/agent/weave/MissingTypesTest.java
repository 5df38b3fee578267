package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.AgentHarness;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that were compiled against libraries that are not there. */
class MissingTypesTest {
  private static final String MISSING = "package gone; public class Missing { }";
  private static final String MISSING_NOTE = "package gone; public @interface Note { }";

  private static final String USER =
      """
      import gone.Missing;
      import gone.Note;

      @Note
      public class User {
        private Missing field;

        @dev.airlock.Airlock
        public String work(int times) {
          Object found = times > 0 ? "text" : 1.5;
          if (times < 0) {
            found = new Missing();
          }
          return String.valueOf(found);
        }

        @Note
        public Missing other(Missing[] missing) {
          return missing.length == 0 ? field : missing[0];
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void onlyTheMethodsThatNeedAMissingTypeMindIt() throws Throwable {
    AgentHarness harness =
        new AgentHarness(directory)
            .source("gone/Missing.java", MISSING)
            .source("gone/Note.java", MISSING_NOTE)
            .source("User.java", USER)
            .compile(List.of(AgentHarness.ANNOTATIONS));
    byte[] classFile = Files.readAllBytes(harness.classes().resolve("User.class"));
    List<String> dispatched = new ArrayList<>();
    TestRuntime.use(
        (owner, key, self, arguments) -> {
          dispatched.add(key);
          return "from the sandbox";
        });

    WeavingLoader loader = new WeavingLoader();
    Class<?> user = loader.define("User", classFile);

    assertThat(loader.registry.isWoven(user, "work(I)Ljava/lang/String;")).isTrue();
    // Not by reflection: that would look all of the class's types up.
    Object result =
        MethodHandles.lookup()
            .findVirtual(user, "work", MethodType.methodType(String.class, int.class))
            .invoke(user.getDeclaredConstructor().newInstance(), 1);
    assertThat(result).isEqualTo("from the sandbox");
    assertThat(dispatched).containsExactly("work(I)Ljava/lang/String;");
  }
}
