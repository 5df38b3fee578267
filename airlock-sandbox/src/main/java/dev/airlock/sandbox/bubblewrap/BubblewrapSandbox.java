package dev.airlock.sandbox.bubblewrap;

import dev.airlock.Isolation;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Sandbox;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One guest in bubblewrap.
 *
 * <p>The process that the host sees is bubblewrap's outer one. The guest's first process dies with
 * it, and the whole process namespace with that.
 */
final class BubblewrapSandbox implements Sandbox {
  private static final int KILLED = 128 + 9;

  /** How long the kernel may take to end a killed process. */
  private static final Duration REAPING = Duration.ofSeconds(5);

  private final String id;
  private final Process process;
  private final Diagnostics diagnostics;

  BubblewrapSandbox(String id, Process process) {
    this.id = id;
    this.process = process;
    this.diagnostics = new Diagnostics(process.getErrorStream());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Isolation isolation() {
    return Isolation.NAMESPACES;
  }

  @Override
  public InputStream fromGuest() {
    return process.getInputStream();
  }

  @Override
  public OutputStream toGuest() {
    return process.getOutputStream();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void kill() {
    // Not the method of the process: that closes its streams, and the last words with them.
    process.toHandle().destroyForcibly();
  }

  @Override
  public void drainDiagnostics() {
    diagnostics.drain();
  }

  @Override
  public ExitReport awaitExit(Duration longest) {
    try {
      if (!awaitDraining(longest)) {
        kill();
        awaitDraining(REAPING);
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    diagnostics.drain();
    int status = process.isAlive() ? KILLED : process.exitValue();
    return new ExitReport(status, diagnostics.lastWords());
  }

  /** Waits while the guest may still be writing diagnostics. */
  private boolean awaitDraining(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long wait = TimeUnit.MILLISECONDS.toNanos(1);
    while (!process.waitFor(wait, TimeUnit.NANOSECONDS)) {
      diagnostics.drain();
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait = Math.min(left, Math.min(2 * wait, TimeUnit.MILLISECONDS.toNanos(20)));
    }
    return true;
  }

  @Override
  public void close() {
    kill();
    closeQuietly(process.getOutputStream());
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  private static void closeQuietly(Closeable stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // The guest is gone, so what was still to be written has nowhere to go.
    }
  }
}
