package dev.airlock.sandbox;

import dev.airlock.Isolation;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * One isolated place with one guest in it, and the private channel of bytes that leads there.
 *
 * <p>Everything that {@link #fromGuest} yields is hostile. {@link #kill}, {@link #isAlive} and
 * {@link #drainDiagnostics} may be called by any thread at any time; each stream belongs to one
 * thread.
 */
public interface Sandbox extends AutoCloseable {
  /** Names it in logs and exceptions: unique on this host, not secret. */
  String id();

  /** How strongly it isolates. */
  Isolation isolation();

  /**
   * What the guest sends. A read blocks until there is a byte; the end of the stream is the guest's
   * death.
   */
  InputStream fromGuest();

  /**
   * What the guest reads. A write blocks while the guest does not read; it fails once the guest is
   * dead.
   */
  OutputStream toGuest();

  /** Whether the guest may still be running. */
  boolean isAlive();

  /**
   * Destroys the guest and everything that it started, at once and without asking it. A read or
   * write that blocks on a stream ends. Does not block; doing it twice does nothing.
   */
  void kill();

  /**
   * Takes what the guest wrote to its raw standard output and error, so that it never blocks on
   * them. The last bytes are kept for {@link #awaitExit}. Does not block.
   */
  void drainDiagnostics();

  /**
   * Waits for the end of the guest and says how it ended.
   *
   * @param longest how long to wait before it is killed
   */
  ExitReport awaitExit(Duration longest);

  /** Kills it and gives back everything that the host holds for it. Closing twice does nothing. */
  @Override
  void close();
}
