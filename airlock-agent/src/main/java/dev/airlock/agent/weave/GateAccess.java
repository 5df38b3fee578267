package dev.airlock.agent.weave;

import dev.airlock.Gate;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether the classes of a loader can reach the gate that the runtime is behind. */
final class GateAccess {
  private static final Class<?> GATE = Gate.class;

  private final Instrumentation instrumentation;

  GateAccess(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * What keeps classes of a loader from our gate, or null.
   *
   * @return a sentence for an exception's message
   */
  @Nullable String obstacle(ClassLoader loader) {
    Class<?> seen;
    try {
      seen = loader.loadClass(GATE.getName());
    } catch (ClassNotFoundException | LinkageError e) {
      return "its loader "
          + loader.getClass().getName()
          + " does not find "
          + GATE.getName()
          + ". Let that loader delegate the package dev.airlock to the system class loader.";
    }
    if (seen == GATE) {
      return null;
    }
    return "its loader "
        + loader.getClass().getName()
        + " finds a copy of "
        + GATE.getName()
        + " in "
        + locationOf(seen)
        + ", and the runtime uses the one in "
        + locationOf(GATE)
        + ". Share one: take airlock-annotations.jar out of the application's archive, and let its"
        + " loader delegate the package dev.airlock to the system class loader.";
  }

  /** Lets a named module that does not require our annotations call the gate all the same. */
  void open(Module module) {
    Module gate = GATE.getModule();
    if (!module.canRead(gate)) {
      instrumentation.redefineModule(module, Set.of(gate), Map.of(), Map.of(), Set.of(), Map.of());
    }
  }

  private static String locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "an unknown place" : String.valueOf(source.getLocation());
  }
}
