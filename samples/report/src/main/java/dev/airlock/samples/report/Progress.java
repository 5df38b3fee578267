package dev.airlock.samples.report;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Says what is being worked on: on a terminal in one line that is overwritten, elsewhere in a line
 * every few seconds. Not thread-safe.
 */
public final class Progress {
  private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private long lastShown = System.nanoTime();

  /**
   * Progress on a stream.
   *
   * @param out where to, usually standard error
   * @param terminal whether that is a terminal
   */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(String text) {
    if (terminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
    } else if (System.nanoTime() - lastShown >= QUIET_NANOS) {
      out.println(text);
      lastShown = System.nanoTime();
    }
  }

  void clear() {
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
