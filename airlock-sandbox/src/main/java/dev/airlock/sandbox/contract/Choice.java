package dev.airlock.sandbox.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of several shapes: an array of the alternative's index and its value. */
public final class Choice implements Shape {
  private final List<Slot> alternatives;
  private final Map<Class<?>, Integer> exact = new HashMap<>();

  Choice(List<Slot> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  /** Learns which class goes where. Called once every alternative has its shape. */
  void index() {
    for (int i = 0; i < alternatives.size(); i++) {
      Slot slot = alternatives.get(i);
      boolean unmodifiable =
          (slot.shape() instanceof Sequence sequence && sequence.kind().isUnmodifiable())
              || (slot.shape() instanceof Mapping mapping && mapping.kind().isUnmodifiable());
      if (!unmodifiable) {
        exact.putIfAbsent(slot.raw(), i);
      }
    }
  }

  /** What may stand in the slot, in the order of the wire. */
  public List<Slot> alternatives() {
    return alternatives;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  boolean offers(Slot slot) {
    return alternatives.contains(slot);
  }

  /** The index of the alternative for a value, or -1. */
  int alternativeFor(Object value) {
    Class<?> type =
        value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    Integer found = exact.get(type);
    if (found != null) {
      return found;
    }
    if (value instanceof Collection<?> collection) {
      return firstOf(SequenceKind.nearest(collection));
    }
    if (value instanceof Map<?, ?> map) {
      return firstOf(MapKind.nearest(map));
    }
    for (int i = 0; i < alternatives.size(); i++) {
      if (alternatives.get(i).shape() instanceof Scalar scalar && scalar.kind().admits(value)) {
        return i;
      }
    }
    return -1;
  }

  private int firstOf(List<?> kinds) {
    for (Object kind : kinds) {
      for (int i = 0; i < alternatives.size(); i++) {
        Shape shape = alternatives.get(i).shape();
        if ((shape instanceof Sequence sequence && sequence.kind() == kind)
            || (shape instanceof Mapping mapping && mapping.kind() == kind)) {
          return i;
        }
      }
    }
    return -1;
  }
}
