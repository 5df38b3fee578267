package dev.airlock.agent;

import dev.airlock.Gate;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The entry of {@code -javaagent:airlock-agent.jar}.
 *
 * <p>Does as little as possible before it hands over to the hidden weaver. Whatever goes wrong ends
 * the JVM: an application that asked for a sandbox does not start without one.
 */
public final class AirlockAgent {
  private static final String WEAVING = "dev.airlock.agent.weave.Weaving";
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private AirlockAgent() {}

  /**
   * Called by the JVM before the application's main class is loaded.
   *
   * @param arguments what follows {@code =} in the option
   * @param instrumentation the JVM's door for transformers
   * @throws IllegalStateException if the agent is given twice, is not in its own jar, meets another
   *     version of its annotations, or cannot start; the JVM ends
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    if (JdkTool.isStarting()) {
      return;
    }
    if (!STARTED.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "The Airlock agent is given twice. Remove one -javaagent:airlock-agent.jar; look at the"
              + " command line, JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS.");
    }
    URL location = locationOf(AirlockAgent.class);
    requireSameGate(location);
    start(jarAt(location), arguments, instrumentation);
  }

  private static void start(File jar, @Nullable String arguments, Instrumentation instrumentation) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      ClassLoader hidden = new AgentClassLoader(jar);
      // Libraries that look services up by context must find ours, not the application's.
      thread.setContextClassLoader(hidden);
      hidden
          .loadClass(WEAVING)
          .getMethod("install", Instrumentation.class, String.class)
          .invoke(null, instrumentation, arguments);
    } catch (InvocationTargetException e) {
      throw failure(jar, e.getCause());
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      throw failure(jar, e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static IllegalStateException failure(File jar, @Nullable Throwable cause) {
    return new IllegalStateException(
        "The Airlock agent "
            + jar
            + " could not start, so the JVM does not start either: nothing would be sandboxed. "
            + cause,
        cause);
  }

  /** Compares the constant that was compiled into this class with the one of the gate in use. */
  private static void requireSameGate(@Nullable URL agent) {
    int found;
    try {
      found = Gate.class.getField("VERSION").getInt(null);
    } catch (ReflectiveOperationException e) {
      found = -1;
    }
    if (found != Gate.VERSION) {
      throw new IllegalStateException(
          "The Airlock agent in "
              + agent
              + " needs version "
              + Gate.VERSION
              + " of dev.airlock.Gate, and the application brings version "
              + (found < 0 ? "unknown" : found)
              + " in "
              + locationOf(Gate.class)
              + ". Use airlock-agent.jar and airlock-annotations.jar of the same release.");
    }
  }

  private static File jarAt(@Nullable URL location) {
    if (location != null && location.getProtocol().equals("file")) {
      try {
        File file = new File(location.toURI());
        if (file.isFile()) {
          return file;
        }
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw new IllegalStateException("The Airlock agent lies at " + location, e);
      }
    }
    throw new IllegalStateException(
        "The Airlock agent was loaded from "
            + location
            + " and not from its own jar. Give -javaagent the unchanged airlock-agent.jar and keep"
            + " it out of the class path and of repackaged jars.");
  }

  private static @Nullable URL locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
