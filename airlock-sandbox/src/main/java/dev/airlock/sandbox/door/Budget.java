package dev.airlock.sandbox.door;

/** What one session has used of its limits. Not thread-safe. */
final class Budget {
  private final DoorLimits limits;
  private int classRequests;
  private int resourceRequests;
  private int misses;
  private long classBytes;
  private long resourceBytes;

  Budget(DoorLimits limits) {
    this.limits = limits;
  }

  void classRequest() throws DoorLimitException {
    check("class requests", limits.classRequests(), ++classRequests);
  }

  void resourceRequest() throws DoorLimitException {
    check("resource requests", limits.resourceRequests(), ++resourceRequests);
  }

  void miss() throws DoorLimitException {
    check("misses", limits.misses(), ++misses);
  }

  void classBytes(int bytes) throws DoorLimitException {
    classBytes += bytes;
    check("class bytes", limits.classBytes(), classBytes);
  }

  void resourceBytes(int bytes) throws DoorLimitException {
    resourceBytes += bytes;
    check("resource bytes", limits.resourceBytes(), resourceBytes);
  }

  /** How many bytes of classes may still be sent. */
  long classBytesLeft() {
    return limits.classBytes() - classBytes;
  }

  private static void check(String limit, long allowed, long measured) throws DoorLimitException {
    if (measured > allowed) {
      throw new DoorLimitException(limit, allowed, measured, "");
    }
  }
}
