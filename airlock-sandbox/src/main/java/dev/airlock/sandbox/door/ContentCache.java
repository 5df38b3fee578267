package dev.airlock.sandbox.door;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Class files by their hash, the most recently used up to a number of bytes. Thread-safe. */
final class ContentCache {
  private final long capacity;
  private final Map<String, byte[]> byHash = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** A cache of so many bytes; 0 keeps nothing. */
  ContentCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized byte @Nullable [] get(String hash) {
    return byHash.get(hash);
  }

  synchronized void put(String hash, byte[] content) {
    if (content.length > capacity || byHash.putIfAbsent(hash, content) != null) {
      return;
    }
    bytes += content.length;
    Iterator<byte[]> oldest = byHash.values().iterator();
    while (bytes > capacity) {
      bytes -= oldest.next().length;
      oldest.remove();
    }
  }

  synchronized void clear() {
    byHash.clear();
    bytes = 0;
  }
}
