package dev.airlock.agent.weave;

import dev.airlock.runtime.config.MethodPattern;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds what patterns ask of a class and cannot get, because the body is not there: the method is
 * abstract, or another class declares it. Its calls would run on the host and nobody would know.
 *
 * <p>Thread-safe.
 */
final class UnmetPatterns {
  private final InterceptPatterns patterns;
  private final Consumer<String> notices;
  private final Set<MethodPattern> noticed = ConcurrentHashMap.newKeySet();

  UnmetPatterns(InterceptPatterns patterns, Consumer<String> notices) {
    this.patterns = patterns;
    this.notices = notices;
  }

  /**
   * Why a class must not load, or null: a pattern names this very class and none of its bodies.
   * Other patterns are written for many classes, so an abstract method among them is only reported,
   * once a pattern.
   */
  @Nullable String refusal(ClassSurvey survey, ClassLoader loader) {
    for (MethodPattern pattern : patterns.patterns()) {
      if (!pattern.matchesType(survey.displayName())) {
        continue;
      }
      ClassSurvey.Method bodiless = find(survey, pattern, false);
      if (InterceptPatterns.namesOneType(pattern) && find(survey, pattern, true) == null) {
        return bodiless == null
            ? notDeclared(pattern, survey, loader)
            : withoutBody(pattern, survey, bodiless, "the class does not load");
      }
      if (bodiless != null && noticed.add(pattern)) {
        notices.accept(withoutBody(pattern, survey, bodiless, "nothing is intercepted there"));
      }
    }
    return null;
  }

  private static ClassSurvey.@Nullable Method find(
      ClassSurvey survey, MethodPattern pattern, boolean withBody) {
    for (ClassSurvey.Method method : survey.methods()) {
      if (pattern.matches(survey.displayName(), method.name())
          && InterceptionPlan.isDeclared(survey, method)
          && method.is(Opcodes.ACC_ABSTRACT) != withBody) {
        return method;
      }
    }
    return null;
  }

  private static String withoutBody(
      MethodPattern pattern, ClassSurvey survey, ClassSurvey.Method method, String consequence) {
    return named(pattern)
        + survey.displayName()
        + "#"
        + method.name()
        + ", which has no body to sandbox, so "
        + consequence
        + ". Name the classes that implement it, as in org.example.*#"
        + method.name()
        + ".";
  }

  private static String notDeclared(MethodPattern pattern, ClassSurvey survey, ClassLoader loader) {
    String method = InterceptPatterns.methodPart(pattern);
    String declaring = InheritedMethods.declaring(survey, pattern, loader);
    return named(pattern)
        + survey.displayName()
        + ", which declares no such method, so the class does not load. "
        + (declaring == null
            ? "Correct the name of the method, or name the class that declares it."
            : "It inherits it: write "
                + declaring
                + "#"
                + method
                + ", or, if that is a class of the JDK, override the method.");
  }

  private static String named(MethodPattern pattern) {
    return "Airlock: airlock.intercept = " + pattern.text() + " names ";
  }
}
