package dev.airlock.sandbox.door;

/**
 * The most that one call's guest gets through the door. All of them are inclusive.
 *
 * @param classRequests questions for a class
 * @param resourceRequests questions for a resource
 * @param misses questions of either kind that end in "absent"
 * @param classBytes bytes of class files together, sent ahead or on demand
 * @param oneClassBytes bytes of one class file
 * @param resourceBytes bytes of resources together
 * @param oneResourceBytes bytes of one resource
 */
public record DoorLimits(
    int classRequests,
    int resourceRequests,
    int misses,
    long classBytes,
    int oneClassBytes,
    long resourceBytes,
    int oneResourceBytes) {
  private static final int MIB = 1 << 20;

  /**
   * Enough for libraries of some size. Of what PDFBox 3.0 and Groovy 4.0 carry, the largest
   * resource is a font of 401 KiB, and the one class above 1 MiB belongs to a tool that is not run.
   */
  public static final DoorLimits DEFAULT =
      new DoorLimits(5_000, 5_000, 1_000, 64L * MIB, MIB, 16L * MIB, MIB);

  /**
   * Checks that each limit is above 0.
   *
   * @throws IllegalArgumentException if one is not
   */
  public DoorLimits {
    if (Math.min(Math.min(classRequests, resourceRequests), misses) <= 0
        || Math.min(classBytes, resourceBytes) <= 0
        || Math.min(oneClassBytes, oneResourceBytes) <= 0) {
      throw new IllegalArgumentException("Each limit of the class door must be above 0.");
    }
  }
}
