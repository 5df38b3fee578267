package dev.airlock.sandbox.door;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A file that a listing found: a class or a resource. Thread-safe. */
abstract class CodeEntry {
  private final CodeRoot root;
  private final AtomicReference<@Nullable String> firstHash = new AtomicReference<>();

  CodeEntry(CodeRoot root) {
    this.root = root;
  }

  /** Where it was found. */
  final CodeRoot root() {
    return root;
  }

  /**
   * The content, at most one byte more than the limit, so that the caller sees that it is longer.
   */
  final byte[] read(int limit) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(limit + 1);
    }
  }

  /** The hash of what was first served, or null. */
  final @Nullable String firstHash() {
    return firstHash.get();
  }

  /** Remembers what is served, the first time. False if something else was served before. */
  final boolean isFirstOrSame(String hash) {
    return firstHash.compareAndSet(null, hash) || hash.equals(firstHash.get());
  }

  abstract InputStream open() throws IOException;
}
