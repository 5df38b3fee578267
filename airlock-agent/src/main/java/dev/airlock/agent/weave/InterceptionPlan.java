package dev.airlock.agent.weave;

import java.util.LinkedHashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to one class. Methods are given by name and descriptor. Immutable.
 *
 * @param woven methods that get the gate in front of their body
 * @param natives native methods, which have no body to ship and are made to throw
 * @param monitors those of {@code woven} that hold a monitor during the call
 * @param refusal why the class must not load at all, or null
 */
record InterceptionPlan(
    Set<String> woven, Set<String> natives, Set<String> monitors, @Nullable String refusal) {

  /** The plan for a class: its annotations, and the patterns that name methods of it. */
  static InterceptionPlan of(ClassSurvey survey, InterceptPatterns patterns) {
    Set<String> woven = new LinkedHashSet<>();
    Set<String> natives = new LinkedHashSet<>();
    Set<String> monitors = new LinkedHashSet<>();
    boolean hasBodies = false;
    for (ClassSurvey.Method method : survey.methods()) {
      if (!isDeclared(survey, method)) {
        continue;
      }
      boolean hasBody = !method.is(Opcodes.ACC_ABSTRACT);
      hasBodies |= hasBody;
      if (!hasBody && method.mark() == Mark.SANDBOX) {
        return refusing(abstractMethod(survey, method));
      }
      if (!hasBody || !isWanted(survey, method, patterns)) {
        continue;
      }
      (method.is(Opcodes.ACC_NATIVE) ? natives : woven).add(method.key());
      if (method.is(Opcodes.ACC_SYNCHRONIZED) && !method.is(Opcodes.ACC_NATIVE)) {
        monitors.add(method.key());
      }
    }
    if (survey.mark() == Mark.SANDBOX && survey.is(Opcodes.ACC_INTERFACE) && !hasBodies) {
      return refusing(interfaceWithoutBodies(survey));
    }
    return new InterceptionPlan(Set.copyOf(woven), Set.copyOf(natives), monitors, null);
  }

  /** Whether no method is to be changed. */
  boolean isEmpty() {
    return woven.isEmpty() && natives.isEmpty();
  }

  /** Every method whose body must not run as it is. */
  Set<String> intercepted() {
    Set<String> all = new LinkedHashSet<>(woven);
    all.addAll(natives);
    return all;
  }

  private static InterceptionPlan refusing(String text) {
    return new InterceptionPlan(Set.of(), Set.of(), Set.of(), text);
  }

  /** Whether somebody wrote the method: javac copies annotations to bridges as well. */
  static boolean isDeclared(ClassSurvey survey, ClassSurvey.Method method) {
    return !method.name().startsWith("<")
        && !method.is(Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)
        && !isMadeForEnum(survey, method);
  }

  /** {@code values()} and {@code valueOf(String)} of an enum carry no flag that says so. */
  private static boolean isMadeForEnum(ClassSurvey survey, ClassSurvey.Method method) {
    return survey.is(Opcodes.ACC_ENUM)
        && method.is(Opcodes.ACC_STATIC)
        && (method.key().equals("values()[L" + survey.name() + ";")
            || method.key().equals("valueOf(Ljava/lang/String;)L" + survey.name() + ";"));
  }

  private static boolean isWanted(
      ClassSurvey survey, ClassSurvey.Method method, InterceptPatterns patterns) {
    Mark mark = method.mark() == Mark.NONE ? survey.mark() : method.mark();
    // Configuration may tighten an annotation and never loosen it, so a pattern always counts.
    return mark == Mark.SANDBOX || patterns.name(survey.displayName(), method.name());
  }

  private static String abstractMethod(ClassSurvey survey, ClassSurvey.Method method) {
    return "Airlock: "
        + survey.displayName()
        + "#"
        + method.name()
        + " carries @Airlock and is abstract, so there is no body to sandbox and the class does not"
        + " load. Put the annotation on the methods that implement it.";
  }

  private static String interfaceWithoutBodies(ClassSurvey survey) {
    return "Airlock: the interface "
        + survey.displayName()
        + " carries @Airlock and none of its methods has a body to sandbox, so it does not load."
        + " Put the annotation on the classes that implement it.";
  }
}
