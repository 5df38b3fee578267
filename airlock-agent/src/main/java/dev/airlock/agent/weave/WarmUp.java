package dev.airlock.agent.weave;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts the runtime's warm-up once, when it is known that the application will need it.
 *
 * <p>On a thread of its own: it is asked for while the JVM loads a class, and nothing may wait for
 * a guest with a loader's lock in its hands. Thread-safe; does not block.
 */
final class WarmUp implements Runnable {
  private final AtomicBoolean started = new AtomicBoolean();
  private final Runnable work;

  WarmUp(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (started.compareAndSet(false, true)) {
      Thread thread = new Thread(null, work, "airlock-warm-up", 0, false);
      thread.setDaemon(true);
      // The thread that loaded the class belongs to the application, and so does its context.
      thread.setContextClassLoader(WarmUp.class.getClassLoader());
      thread.start();
    }
  }
}
