package dev.airlock.agent.weave;

import java.util.Set;

/** Puts the gate in front of method bodies. Implementations are thread-safe. */
@FunctionalInterface
interface MethodWeaver {
  /**
   * The class file with the gate in front of some methods, and nothing else changed.
   *
   * @param name the class's binary name
   * @param classFile the class as it is
   * @param loader the loader that defines it, asked only for class files
   * @param methods names with descriptors
   * @throws RuntimeException if it cannot be done; the class is poisoned then
   */
  byte[] weave(String name, byte[] classFile, ClassLoader loader, Set<String> methods);
}
