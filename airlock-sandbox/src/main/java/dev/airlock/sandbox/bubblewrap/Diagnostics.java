package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.text.HostileText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last of what a guest wrote to its raw standard output and error. Thread-safe. */
final class Diagnostics {
  /** How much is kept, and how long the escaped text is at most. */
  static final int KEPT = 8 * 1024;

  private final InputStream in;
  private final byte[] ring = new byte[KEPT];

  /** How many bytes have come in all; the next one goes to this place, modulo the ring's size. */
  private long seen;

  /** Eight pieces of 8 KiB are what a pipe holds. */
  private static final int PIECES_AT_ONCE = 8;

  private final byte[] piece = new byte[KEPT];

  Diagnostics(InputStream in) {
    this.in = in;
  }

  /** Takes what has come, at most a pipe's worth: others wait to be drained. Does not block. */
  synchronized void drain() {
    try {
      for (int i = 0; i < PIECES_AT_ONCE && in.available() > 0; i++) {
        take(in.read(piece, 0, Math.min(in.available(), piece.length)));
      }
    } catch (IOException e) {
      // The stream was closed with the sandbox; what has come until then is all there is.
    }
  }

  private void take(int got) {
    for (int i = 0; i < got; i++) {
      ring[(int) (seen++ % KEPT)] = piece[i];
    }
  }

  /** The last of it, escaped, at most {@value #KEPT} characters. */
  synchronized String lastWords() {
    int kept = (int) Math.min(seen, KEPT);
    byte[] bytes = new byte[kept];
    for (int i = 0; i < kept; i++) {
      bytes[i] = ring[(int) ((seen - kept + i) % KEPT)];
    }
    String raw = new String(bytes, StandardCharsets.UTF_8).strip();
    String escaped = HostileText.escape(raw, raw.length());
    while (escaped.length() > KEPT) {
      // One character becomes up to six; the end is what counts.
      raw = raw.substring(raw.length() - raw.length() * KEPT / escaped.length());
      escaped = HostileText.escape(raw, raw.length());
    }
    return escaped;
  }
}
