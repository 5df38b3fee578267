package dev.airlock.agent.weave;

import dev.airlock.Gate;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.RuntimeStarter;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The hidden half of the agent's start. Found by name, from the half that the JVM calls. */
public final class Weaving {
  private Weaving() {}

  /**
   * Starts the runtime, arms the gate and weaves from now on.
   *
   * @param instrumentation the JVM's door for transformers
   * @param arguments what followed {@code =} in the option; must be empty
   * @throws SandboxConfigurationException if the configuration is wrong, or a pattern names classes
   *     of the JDK
   * @throws IllegalStateException if the gate is armed already, or a class that was loaded before
   *     cannot be intercepted any more
   */
  public static void install(Instrumentation instrumentation, @Nullable String arguments) {
    if (arguments != null && !arguments.isEmpty()) {
      throw new SandboxConfigurationException(
          "The Airlock agent takes no arguments and was given '"
              + arguments
              + "'. Set keys as system properties, as in -Dairlock.timeout=30s, or in airlock.yaml.");
    }
    WovenRegistry registry = new WovenRegistry();
    SeenClasses seen = new SeenClasses();
    LoadAudit audit =
        new LoadAudit(
            instrumentation, AirlockTransformer::isPassedOver, seen, registry, Notices::print);
    RuntimeStarter.Started started =
        RuntimeStarter.start(
            (owner, method) -> {
              audit.scanIfDue();
              return registry.isWoven(owner, method);
            });
    InterceptPatterns patterns = new InterceptPatterns(started.intercept());
    JdkPatterns.refuse(patterns);
    ClassWeaver weaver =
        new ClassWeaver(
            patterns,
            new LazyWeaver(),
            new GateAccess(instrumentation),
            registry,
            whenWoven(started.warmUp(), audit));
    Gate.install(started.runtime());
    instrumentation.addTransformer(new AirlockTransformer(patterns, weaver, seen), true);
    weaveWhatIsLoaded(instrumentation);
  }

  private static Runnable whenWoven(Runnable warmUp, LoadAudit audit) {
    WarmUp once =
        new WarmUp(
            () -> {
              try {
                warmUp.run();
              } finally {
                audit.serve();
              }
            });
    return () -> {
      audit.request();
      once.run();
    };
  }

  /** Classes of agents that came before this one. The application has none yet. */
  private static void weaveWhatIsLoaded(Instrumentation instrumentation) {
    Class<?>[] early =
        Arrays.stream(instrumentation.getAllLoadedClasses())
            .filter(type -> type.getClassLoader() != null)
            .filter(type -> !AirlockTransformer.isPassedOver(type.getClassLoader()))
            .filter(instrumentation::isModifiableClass)
            .toArray(Class<?>[]::new);
    if (early.length == 0) {
      return;
    }
    try {
      // All at once: each request stops the JVM's threads.
      instrumentation.retransformClasses(early);
    } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException e) {
      throw new IllegalStateException(
          "Of "
              + early.length
              + " classes that were loaded before the Airlock agent some cannot be intercepted any"
              + " more. Give -javaagent:airlock-agent.jar before other agents.",
          e);
    }
  }
}
