package dev.airlock.sandbox.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type without variables or wildcards.
 *
 * @param arguments of a generic class, in order; empty for others and for arrays of primitives; the
 *     component of an array of objects
 */
record ResolvedType(Class<?> raw, List<ResolvedType> arguments) {
  static final ResolvedType OBJECT = of(Object.class);

  static ResolvedType of(Class<?> raw, ResolvedType... arguments) {
    return new ResolvedType(raw, List.of(arguments));
  }

  static ResolvedType arrayOf(ResolvedType component) {
    Class<?> raw = component.raw().arrayType();
    return component.raw().isPrimitive() ? of(raw) : of(raw, component);
  }

  /** An argument, or Object if the type was used without arguments. */
  ResolvedType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : OBJECT;
  }

  /** How deep its arguments nest: 1 for a type without any. */
  int nesting() {
    int deepest = 0;
    for (ResolvedType argument : arguments) {
      deepest = Math.max(deepest, argument.nesting());
    }
    return deepest + 1;
  }

  /** Its name in a contract's canonical text, the same on both sides. */
  String name() {
    if (arguments.isEmpty()) {
      return raw.getName();
    }
    StringBuilder text = new StringBuilder(raw.getName()).append('<');
    for (ResolvedType argument : arguments) {
      text.append(argument.name()).append(';');
    }
    return text.append('>').toString();
  }

  // Equality is written out: linking what the compiler would generate costs a fresh guest
  // milliseconds.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResolvedType that
        && raw == that.raw
        && arguments.equals(that.arguments);
  }

  @Override
  public int hashCode() {
    return 31 * raw.hashCode() + arguments.hashCode();
  }
}
