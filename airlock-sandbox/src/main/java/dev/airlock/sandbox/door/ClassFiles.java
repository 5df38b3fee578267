package dev.airlock.sandbox.door;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads class files for guests, each from disk as seldom as the cache permits. Thread-safe. */
final class ClassFiles {
  private static final int HEAD_BYTES = 8;
  private static final int MAGIC = 0xCAFEBABE;

  /** Class file version 45 is Java 1. */
  private static final int MAJOR_BEFORE_FIRST = 44;

  private final ContentCache cache;

  ClassFiles(ContentCache cache) {
    this.cache = cache;
  }

  /**
   * The content of a class file.
   *
   * @return null if it is not there any more, or is no class file
   * @throws DoorLimitException if it is longer than the limit
   * @throws ClassTooNewException if the guest cannot run it
   * @throws ClassChangedException if it is not what it was, or cannot be read any more
   */
  byte @Nullable [] read(String name, CodeEntry entry, int guestFeature, int limit)
      throws DoorException {
    String known = entry.firstHash();
    byte[] cached = known == null ? null : cache.get(known);
    byte[] bytes = cached == null ? readFromDisk(name, entry, limit) : cached;
    if (bytes == null) {
      return null;
    }
    if (bytes.length > limit) {
      throw new DoorLimitException(
          "bytes of one class", limit, bytes.length, ", in " + name + " of " + where(entry));
    }
    if (!isClassFile(bytes)) {
      return null;
    }
    int needed = ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) - MAJOR_BEFORE_FIRST;
    if (needed > guestFeature) {
      throw new ClassTooNewException(name, needed, guestFeature);
    }
    if (cached == null) {
      remember(name, entry, bytes);
    }
    return bytes;
  }

  private void remember(String name, CodeEntry entry, byte[] bytes) throws ClassChangedException {
    String hash = sha256(bytes);
    if (!entry.isFirstOrSame(hash)) {
      throw new ClassChangedException(
          name, where(entry), "changed on disk after it was first served");
    }
    cache.put(hash, bytes);
  }

  private static byte @Nullable [] readFromDisk(String name, CodeEntry entry, int limit)
      throws ClassChangedException {
    try {
      return entry.read(limit);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return null;
    } catch (IOException | IllegalStateException e) {
      throw new ClassChangedException(
          name, where(entry), "can no longer be read (" + e.getMessage() + ")");
    }
  }

  private static boolean isClassFile(byte[] bytes) {
    return bytes.length > HEAD_BYTES
        && ((bytes[0] & 0xff) << 24
                | (bytes[1] & 0xff) << 16
                | (bytes[2] & 0xff) << 8
                | (bytes[3] & 0xff))
            == MAGIC;
  }

  private static String where(CodeEntry entry) {
    return entry.root().place().toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256.", e);
    }
  }
}
