package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.agent.weave.kinds.Hierarchy;
import dev.airlock.runtime.config.MethodPattern;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns that name a method whose body is elsewhere. */
class UnmetPatternsTest {
  private static final String KINDS = "dev.airlock.agent.weave.kinds.Hierarchy$";

  @Test
  void interfaceThatAPatternNamesDoesNotLoad() {
    refused(Hierarchy.Parser.class, KINDS + "Parser#go", "Parser#go, which has no body", "*#go");
  }

  @Test
  void classThatInheritsWhatAPatternNamesDoesNotLoadAndTheDeclaringOneIsNamed() {
    refused(Hierarchy.Child.class, KINDS + "Child#g*", "declares no such method", "Partly#g*, or");
    refused(Hierarchy.Names.class, KINDS + "Names#add", "java.util.ArrayList#add", "override");
  }

  @Test
  void methodThatIsNowhereKeepsItsClassFromLoading() {
    refused(Hierarchy.Grandchild.class, KINDS + "Grandchild#goo", "Correct the name");
  }

  @Test
  void eachPatternHasToBeMet() {
    WeavingLoader loader = new WeavingLoader(KINDS + "Grandchild#go", KINDS + "Grandchild#parse");
    assertThatThrownBy(() -> loader.fixture(Hierarchy.Grandchild.class))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining("Grandchild#parse");
  }

  @Test
  void oneBodyOfThatNameIsEnough() throws Exception {
    WeavingLoader loader = new WeavingLoader(KINDS + "Partly#go");
    Class<?> partly = loader.fixture(Hierarchy.Partly.class);
    assertThat(loader.registry.isWoven(partly, "go(Ljava/lang/String;)Ljava/lang/String;"))
        .isTrue();
  }

  @Test
  void classesAmongManyLoadWithoutABody() throws Exception {
    WeavingLoader loader = new WeavingLoader("**.Hierarchy$*#go");
    assertThat(loader.fixture(Hierarchy.Parser.class).isInterface()).isTrue();
    assertThat(loader.fixture(Hierarchy.Names.class)).isNotNull();
  }

  @Test
  void methodWithoutABodyAmongManyClassesIsReportedOnceAPattern() throws Exception {
    List<String> notices = new ArrayList<>();
    InterceptPatterns patterns =
        new InterceptPatterns(List.of(new MethodPattern("**.Hierarchy$*#go")));
    UnmetPatterns unmet = new UnmetPatterns(patterns, notices::add);
    for (Class<?> type :
        List.of(Hierarchy.Names.class, Hierarchy.Parser.class, Hierarchy.Partly.class)) {
      assertThat(
              unmet.refusal(ClassSurvey.of(WeavingLoader.classFile(type)), type.getClassLoader()))
          .isNull();
    }
    assertThat(notices).singleElement().asString().contains("**.Hierarchy$*#go", "Parser#go");
  }

  private static void refused(Class<?> type, String pattern, String... parts) {
    assertThatThrownBy(() -> new WeavingLoader(pattern).fixture(type))
        .isInstanceOf(ClassFormatError.class)
        .message()
        .contains("airlock.intercept = " + pattern)
        .contains(parts);
  }
}
