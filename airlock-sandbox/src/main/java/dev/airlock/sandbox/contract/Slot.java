package dev.airlock.sandbox.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place that a value can come to: what may stand there and how it looks in a payload. Immutable
 * once its contract is compiled.
 */
public final class Slot {
  private final int index;
  private final ResolvedType type;
  private @Nullable Shape shape;

  Slot(int index, ResolvedType type) {
    this.index = index;
    this.type = type;
  }

  void become(Shape theShape) {
    shape = theShape;
  }

  int index() {
    return index;
  }

  /** The class that every value is an instance of; a primitive if it cannot be null. */
  public Class<?> raw() {
    return type.raw();
  }

  /** Whether null may stand there. */
  public boolean isNullable() {
    return !type.raw().isPrimitive() || type.raw() == void.class;
  }

  /** What may stand there. */
  public Shape shape() {
    return Objects.requireNonNull(shape, "shape");
  }

  /**
   * Whether an object that was made for another slot may be stored here too.
   *
   * <p>Being an instance of the class is not enough: a list of numbers is no list of texts.
   */
  public boolean admitsReferenceTo(Slot producer) {
    if (this == producer || (shape() instanceof Choice choice && choice.offers(producer))) {
      return true;
    }
    if (!raw().isAssignableFrom(producer.raw())) {
      return false;
    }
    return type.arguments().isEmpty()
        || (isContainer(this) && isContainer(producer) && covers(type, producer.type));
  }

  private static boolean isContainer(Slot slot) {
    return slot.shape() instanceof Shape.Sequence
        || slot.shape() instanceof Shape.Mapping
        || (slot.shape() instanceof Choice && slot.raw().getName().startsWith("java."));
  }

  private static boolean covers(ResolvedType wide, ResolvedType narrow) {
    if (!wide.raw().isAssignableFrom(narrow.raw())
        || wide.arguments().size() > narrow.arguments().size()) {
      return false;
    }
    for (int i = 0; i < wide.arguments().size(); i++) {
      if (!covers(wide.arguments().get(i), narrow.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Its type's simple name, for paths and messages. */
  public String typeName() {
    return type.raw().getSimpleName();
  }

  String canonicalName() {
    return type.name();
  }
}
