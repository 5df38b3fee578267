package dev.airlock.sandbox.contract;

import java.lang.reflect.RecordComponent;

/**
 * What the elements of a collection or the keys of a map have to be.
 *
 * <p>A hostile payload chooses them, and the host hashes or compares them: so keys are scalars,
 * enum constants and records of those, never anything that contains as much as the payload likes.
 */
public enum Keys {
  /** Anything: they are neither hashed nor compared. */
  ANY,
  /** Scalars, enum constants, and records of those. */
  HASHED,
  /** Scalars with an order of their own, and enum constants. */
  SORTED,
  /** Constants of one enum. */
  ENUM;

  private static final int MAX_RECORD_NESTING = 4;

  /** Whether values of a closed type are such keys. */
  boolean admit(ResolvedType type) throws ContractException {
    Class<?> raw = type.raw();
    ScalarKind scalar = ScalarKind.of(raw);
    return switch (this) {
      case ANY -> true;
      case HASHED -> isHashable(type, 0);
      case SORTED -> raw.isEnum() || (scalar != null && scalar.isSortable());
      case ENUM -> raw.isEnum();
    };
  }

  private static boolean isHashable(ResolvedType type, int nesting) throws ContractException {
    Class<?> raw = type.raw();
    ScalarKind scalar = ScalarKind.of(raw);
    if (raw.isEnum() || scalar != null) {
      return scalar == null || scalar.isKey();
    }
    if (!raw.isRecord() || nesting == MAX_RECORD_NESTING) {
      return false;
    }
    TypeResolver resolver = TypeResolver.forMembersOf(type);
    for (RecordComponent component : raw.getRecordComponents()) {
      if (!isHashable(resolver.resolve(component.getGenericType()), nesting + 1)) {
        return false;
      }
    }
    return true;
  }
}
