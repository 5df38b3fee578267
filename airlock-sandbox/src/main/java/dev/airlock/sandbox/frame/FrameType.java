package dev.airlock.sandbox.frame;

import org.jspecify.annotations.Nullable;

/** What a frame is, and who may send it. */
public enum FrameType {
  /**
   * Host: the first frame, with the protocol's version, a nonce and what the guest needs to know.
   */
  HELLO(1, false),
  /** Host: a call begins. */
  CALL(2, false),
  /** Host: a piece of the encoded receiver and arguments; the last one is marked. */
  ARGUMENTS(3, false),
  /** Host: the answer to {@link #CLASS_WANTED}, or classes sent ahead. */
  CLASSES(4, false),
  /** Host: the answer to {@link #RESOURCE_WANTED}. */
  RESOURCES(5, false),

  /** Guest: the answer to {@link #HELLO}. */
  READY(65, true),
  /** Guest: wants the bytes of a class. */
  CLASS_WANTED(66, true),
  /** Guest: wants the bytes of a resource. */
  RESOURCE_WANTED(67, true),
  /** Guest: a piece of what the body wrote to its standard output or error. */
  OUTPUT(68, true),
  /** Guest: a piece of the encoded result; the last one is marked. Ends the call. */
  RESULT(69, true),
  /** Guest: a piece of the encoded exception; the last one is marked. Ends the call. */
  FAILURE(70, true),
  /** Guest: could not run the call or send its result, and why. Ends the call. */
  REFUSAL(71, true);

  private static final @Nullable FrameType[] BY_CODE = new FrameType[256];

  static {
    for (FrameType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final boolean fromGuest;

  FrameType(int code, boolean fromGuest) {
    this.code = code;
    this.fromGuest = fromGuest;
  }

  /** The byte that stands for it. */
  public int code() {
    return code;
  }

  /** Whether guests send it; hosts send the others. */
  public boolean isFromGuest() {
    return fromGuest;
  }

  /** The type that a byte stands for, or null. */
  static @Nullable FrameType of(int code) {
    return BY_CODE[code];
  }
}
