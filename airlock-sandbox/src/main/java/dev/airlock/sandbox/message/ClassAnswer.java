package dev.airlock.sandbox.message;

/**
 * What the host says when a guest wants a class: not there, these bytes, or bytes that the guest
 * has been sent already. Immutable, except that the array is not copied.
 */
public final class ClassAnswer {
  /** The one answer for what does not exist and for what is not for the guest. */
  public static final ClassAnswer ABSENT = new ClassAnswer(0, new byte[0]);

  private final int loader;
  private final byte[] bytes;

  private ClassAnswer(int loader, byte[] bytes) {
    this.loader = loader;
    this.bytes = bytes;
  }

  /**
   * A class and the loader that defines it, which need not be the one that was asked.
   *
   * @param loader its number, above 0
   * @param bytes the class file, never empty
   * @throws IllegalArgumentException if the loader is not above 0 or there are no bytes
   */
  public static ClassAnswer present(int loader, byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("A class file is never empty.");
    }
    return new ClassAnswer(mirrored(loader), bytes);
  }

  /**
   * A class whose bytes the guest was sent before, for the same defining loader.
   *
   * @param loader the number of the loader that defines it, above 0
   * @throws IllegalArgumentException if the loader is not above 0
   */
  public static ClassAnswer held(int loader) {
    return new ClassAnswer(mirrored(loader), ABSENT.bytes);
  }

  /** Whether there is no such class for the guest. */
  public boolean isAbsent() {
    return loader == 0;
  }

  /** Whether the guest has the bytes already, so that none are here. */
  public boolean isHeld() {
    return loader != 0 && bytes.length == 0;
  }

  /** The number of the loader that defines the class, 0 if it is absent. */
  public int loader() {
    return loader;
  }

  /** The class file; empty if it is absent or held. Not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  private static int mirrored(int loader) {
    if (loader <= 0) {
      throw new IllegalArgumentException("Loader " + loader + " defines no class that is sent.");
    }
    return loader;
  }
}
