package dev.airlock.sandbox.contract;

/** Bounds that both sides keep to: a correct guest never sends what the host would refuse. */
public final class ContractLimits {
  /** Objects inside objects, at most. */
  public static final int MAX_DEPTH = 64;

  /** UTF-16 units of one text. */
  public static final int MAX_TEXT = 8 * 1024 * 1024;

  /** UTF-16 units of a text that stands for something: a locale, a time zone, a currency. */
  public static final int MAX_NAME = 256;

  /** UTF-16 units of a URI. */
  public static final int MAX_URI = 64 * 1024;

  /** Bytes of a BigInteger. */
  public static final int MAX_BIG_INTEGER_BYTES = 4096;

  /** The scale of a BigDecimal lies between this and its negative. */
  public static final int MAX_SCALE = 10_000;

  /** An array of more elements cannot be part of a cycle: the host makes it after its elements. */
  public static final int MAX_CYCLIC_ARRAY = 65_536;

  /** Classes in one contract. */
  static final int MAX_TYPES = 256;

  /** Slots in one contract. */
  static final int MAX_SLOTS = 4096;

  private ContractLimits() {}
}
