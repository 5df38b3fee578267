package dev.airlock.runtime.guest;

import dev.airlock.SandboxResourceException;
import dev.airlock.runtime.logging.Logs;
import dev.airlock.sandbox.text.HostileText;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * What the body of one call writes to its standard output and error, on its way to the host's log.
 *
 * <p>Lines are escaped and cut. After {@value #MAX_LINES} lines or {@value #MAX_LOGGED_CHARS}
 * characters the rest is dropped, and the log says so once. After {@value #MAX_BYTES} bytes in all,
 * the call fails. Not thread-safe.
 */
final class OutputLog {
  /** What a guest may write before it is destroyed. */
  static final long MAX_BYTES = 64L << 20;

  private static final int MAX_LOGGED_CHARS = 1 << 20;
  private static final int MAX_LINES = 2000;
  private static final int MAX_LINE_BYTES = 8 * 1024;

  /** A frame costs at least this much of the budget, or a flood of tiny frames would be free. */
  private static final int LEAST_COST = 64;

  private final String prefix;
  private final ByteArrayOutputStream[] pending = {
    new ByteArrayOutputStream(), new ByteArrayOutputStream()
  };
  private long bytes;
  private long logged;
  private int lines;
  private boolean saidSo;

  /** A log for one call, whose lines begin with what is given. */
  OutputLog(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Takes a piece of output.
   *
   * @throws SandboxResourceException if the call has written too much
   */
  void write(boolean error, byte[] body, int length) {
    bytes += Math.max(length, LEAST_COST);
    if (bytes > MAX_BYTES) {
      throw new SandboxResourceException(
          prefix
              + " wrote more than "
              + (MAX_BYTES >> 20)
              + " MiB to its standard output and error. The sandbox was destroyed.");
    }
    if (isFull()) {
      return;
    }
    ByteArrayOutputStream line = pending[error ? 1 : 0];
    for (int i = 0; i < length && !isFull(); i++) {
      if (body[i] == '\n') {
        emit(error, line);
      } else if (body[i] != '\r') {
        line.write(body[i]);
        if (line.size() == MAX_LINE_BYTES) {
          emit(error, line);
        }
      }
    }
  }

  /** Logs what is left of lines without an end. */
  void finish() {
    for (int stream = 0; stream < pending.length; stream++) {
      if (pending[stream].size() > 0 && !isFull()) {
        emit(stream == 1, pending[stream]);
      }
    }
  }

  private boolean isFull() {
    boolean full = lines >= MAX_LINES || logged >= MAX_LOGGED_CHARS;
    if (full && !saidSo) {
      saidSo = true;
      Logs.guests().log(Level.WARNING, "{0} goes on writing; the rest is not logged.", prefix);
    }
    return full;
  }

  private void emit(boolean error, ByteArrayOutputStream line) {
    lines++;
    String text = HostileText.escape(line.toString(StandardCharsets.UTF_8), MAX_LINE_BYTES);
    line.reset();
    logged += text.length();
    // The text is an argument and never the format: what looks like a placeholder in it stays text.
    Logs.guests().log(error ? Level.WARNING : Level.INFO, "{0}: {1}", prefix, text);
  }
}
