package dev.airlock.agent.weave;

import dev.airlock.runtime.config.MethodPattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class that a method is inherited from, for a message. Reads class files as resources,
 * so no class is loaded while another one is.
 */
final class InheritedMethods {
  private InheritedMethods() {}

  /**
   * The nearest class or interface above one that has a body for a method.
   *
   * @param pattern names the class and the method
   * @return its binary name, or null if none is found
   */
  static @Nullable String declaring(ClassSurvey survey, MethodPattern pattern, ClassLoader loader) {
    Deque<String> above = new ArrayDeque<>(survey.parents());
    Set<String> seen = new HashSet<>();
    while (!above.isEmpty()) {
      String name = above.removeFirst();
      ClassSurvey parent = seen.add(name) ? read(name, loader) : null;
      if (parent == null) {
        continue;
      }
      if (parent.methods().stream().anyMatch(method -> isBody(parent, method, survey, pattern))) {
        return parent.displayName();
      }
      above.addAll(parent.parents());
    }
    return null;
  }

  private static boolean isBody(
      ClassSurvey parent, ClassSurvey.Method method, ClassSurvey heir, MethodPattern pattern) {
    return !method.is(Opcodes.ACC_ABSTRACT)
        && InterceptionPlan.isDeclared(parent, method)
        && pattern.matches(heir.displayName(), method.name());
  }

  /** Null for what cannot be read: the message then does without it. */
  private static @Nullable ClassSurvey read(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : ClassSurvey.of(in.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
