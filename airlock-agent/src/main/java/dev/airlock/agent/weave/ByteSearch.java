package dev.airlock.agent.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks for an ASCII text in bytes, without allocation (Horspool: most bytes are never read).
 *
 * <p>Used on whole class files: their texts are stored as they are, so a file without the bytes of
 * a name does not contain the name. Immutable and thread-safe.
 */
final class ByteSearch {
  private final byte[] text;
  private final int[] skip = new int[256];

  /** A search for a text of at least one character. */
  ByteSearch(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(skip, this.text.length);
    for (int i = 0; i < this.text.length - 1; i++) {
      skip[this.text[i] & 0xFF] = this.text.length - 1 - i;
    }
  }

  /** Whether the text stands somewhere in the bytes. */
  boolean isIn(byte[] bytes) {
    int last = text.length - 1;
    for (int at = 0; at + last < bytes.length; at += skip[bytes[at + last] & 0xFF]) {
      int i = last;
      while (bytes[at + i] == text[i]) {
        if (i == 0) {
          return true;
        }
        i--;
      }
    }
    return false;
  }
}
