package dev.airlock.agent.weave;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns one class file into one whose intercepted methods are behind the gate, or throw.
 *
 * <p>Thread-safe. The same class file gives the same result each time, because other agents may
 * have a class transformed again.
 */
final class ClassWeaver {
  private final InterceptPatterns patterns;
  private final UnmetPatterns unmet;
  private final MethodWeaver weaver;
  private final GateAccess gate;
  private final WovenRegistry registry;
  private final Runnable onWoven;

  /**
   * A weaver of classes.
   *
   * @param onWoven called after each class that was woven, inside the JVM's class loading
   */
  ClassWeaver(
      InterceptPatterns patterns,
      MethodWeaver weaver,
      GateAccess gate,
      WovenRegistry registry,
      Runnable onWoven) {
    this.patterns = patterns;
    this.unmet = new UnmetPatterns(patterns, Notices::print);
    this.weaver = weaver;
    this.gate = gate;
    this.registry = registry;
    this.onWoven = onWoven;
  }

  /**
   * The class file to load instead, or null if there is nothing to do.
   *
   * @param loaded whether the class is loaded already, so that its members' flags are fixed
   * @throws RuntimeException if the class file cannot be read; it must not be loaded then
   */
  byte @Nullable [] transform(Module module, ClassLoader loader, byte[] classFile, boolean loaded) {
    ClassSurvey survey = ClassSurvey.of(classFile);
    InterceptionPlan plan = InterceptionPlan.of(survey, patterns);
    String refusal = refusal(plan, survey, loader, loaded);
    if (refusal != null) {
      Notices.print(refusal);
      return UnloadableClass.classFile(survey.name(), refusal);
    }
    return plan.isEmpty() ? null : apply(plan, survey.displayName(), module, loader, classFile);
  }

  /** Why a class must not load at all, or null. */
  private @Nullable String refusal(
      InterceptionPlan plan, ClassSurvey survey, ClassLoader loader, boolean loaded) {
    if (plan.refusal() != null) {
      return plan.refusal();
    }
    String name = survey.displayName();
    if (loaded && !plan.natives().isEmpty() && !registry.wereNative(loader, name, plan.natives())) {
      return loadedTooEarly(name, plan.natives());
    }
    return unmet.refusal(survey, loader);
  }

  private byte[] apply(
      InterceptionPlan plan, String name, Module module, ClassLoader loader, byte[] classFile) {
    Poison poison = Poison.WITH_JDK_ALONE;
    String failure;
    try {
      failure = gate.obstacle(loader);
      if (failure == null) {
        gate.open(module);
        poison = Poison.WITH_GATE;
        return weave(plan, name, loader, classFile);
      }
    } catch (Throwable e) {
      // Any failure at all, a lack of memory or stack too: the bodies must not run.
      failure = "weaving failed with " + e + ".";
    }
    String reason = "Airlock: " + name + " cannot be intercepted: " + failure + " Nothing ran.";
    Notices.print(reason);
    registry.note(loader, name, Set.of(), plan.natives());
    return poison.apply(classFile, plan.intercepted(), reason);
  }

  private byte[] weave(InterceptionPlan plan, String name, ClassLoader loader, byte[] classFile) {
    byte[] woven =
        plan.woven().isEmpty() ? classFile : weaver.weave(name, classFile, loader, plan.woven());
    byte[] result =
        plan.natives().isEmpty()
            ? woven
            : Poison.WITH_GATE.apply(woven, plan.natives(), nativeMethods(name, plan.natives()));
    warn(plan, name, loader);
    registry.note(loader, name, plan.woven(), plan.natives());
    if (!plan.woven().isEmpty()) {
      onWoven.run();
    }
    return result;
  }

  private void warn(InterceptionPlan plan, String name, ClassLoader loader) {
    if (!plan.monitors().isEmpty() && !registry.knows(loader, name)) {
      Notices.print(
          "Airlock: synchronized methods of "
              + name
              + " hold their monitor while the call is in the sandbox: "
              + String.join(", ", plan.monitors()));
    }
  }

  private static String nativeMethods(String name, Set<String> methods) {
    return "Airlock: native methods of "
        + name
        + " have no body that a sandbox could run, so they throw: "
        + String.join(", ", methods)
        + ". Put @Airlock on the Java method that calls them.";
  }

  private static String loadedTooEarly(String name, Set<String> methods) {
    return "Airlock: "
        + name
        + " was loaded before the agent, so its native methods cannot be kept from running: "
        + String.join(", ", methods)
        + ". Give -javaagent:airlock-agent.jar before the other agents.";
  }
}
