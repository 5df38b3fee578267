package dev.airlock.agent.weave;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds classes that the JVM loaded without showing them to the transformer, and has them woven.
 *
 * <p>A JVM asks its transformers on the loading thread. Where that thread has no stack or memory
 * left for the question, the JVM goes on with the class as it is. Calls until the audit ran on the
 * host, so what it finds is said. Thread-safe.
 */
final class LoadAudit {
  /** Between two scans: each walks through all loaded classes. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  private final Instrumentation instrumentation;
  private final Predicate<ClassLoader> passedOver;
  private final SeenClasses seen;
  private final WovenRegistry registry;
  private final Consumer<String> notices;
  private final Semaphore requests = new Semaphore(0);
  private long lastScan = System.nanoTime() - PAUSE.toNanos();

  /**
   * An audit.
   *
   * @param passedOver loaders whose classes the transformer never looks at
   */
  LoadAudit(
      Instrumentation instrumentation,
      Predicate<ClassLoader> passedOver,
      SeenClasses seen,
      WovenRegistry registry,
      Consumer<String> notices) {
    this.instrumentation = instrumentation;
    this.passedOver = passedOver;
    this.seen = seen;
    this.registry = registry;
    this.notices = notices;
  }

  /** Asks the thread in {@link #serve} for a scan. Does not block and allocates nothing. */
  void request() {
    requests.release();
  }

  /** Scans a pause after each request, once for all that came until then. Ends by interruption. */
  void serve() {
    try {
      while (true) {
        requests.acquire();
        Thread.sleep(PAUSE.toMillis());
        requests.drainPermits();
        scan();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Scans on this thread, unless that was done less than a pause ago. */
  synchronized void scanIfDue() {
    if (System.nanoTime() - lastScan >= PAUSE.toNanos()) {
      scan();
    }
  }

  /** Scans on this thread. Blocks for some milliseconds. */
  synchronized void scan() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      if (loader != null
          && !passedOver.test(loader)
          && !type.isArray()
          && !type.isHidden()
          && !seen.contains(loader, type.getName())
          && instrumentation.isModifiableClass(type)) {
        weave(type, loader);
      }
    }
    lastScan = System.nanoTime();
  }

  private void weave(Class<?> type, ClassLoader loader) {
    String name = type.getName();
    try {
      instrumentation.retransformClasses(type);
      if (registry.knows(loader, name)) {
        notices.accept(
            unshown(name)
                + " Its methods are intercepted now; calls before this moment ran on the host.");
      }
    } catch (UnmodifiableClassException | LinkageError | UnsupportedOperationException e) {
      notices.accept(unshown(name) + " It cannot be intercepted any more and is OPEN: " + e);
    }
    // What could be done is done, and said once.
    seen.note(loader, name);
  }

  private static String unshown(String name) {
    return "Airlock: the JVM loaded "
        + name
        + " without asking the agent, for lack of stack or memory."
        + " Load it at start with AirlockRuntime.verify.";
  }
}
