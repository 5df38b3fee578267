package dev.airlock.sandbox.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an open type stands for without a word from anybody: values, and containers of values. */
final class OpenTypes {
  private static final List<Class<?>> PRIMITIVES =
      List.of(
          boolean.class,
          byte.class,
          short.class,
          char.class,
          int.class,
          long.class,
          float.class,
          double.class);

  /** A type that can stand for an open one, and the container that it is, if it is one. */
  record Alternative(ResolvedType type, @Nullable Enum<?> kind) {}

  /** The alternatives of an open type, in the order of the wire. */
  List<Alternative> alternatives(ResolvedType open, Keys keys) throws ContractException {
    Class<?> raw = open.raw();
    List<Alternative> found = new ArrayList<>();
    for (ScalarKind kind : ScalarKind.values()) {
      ResolvedType type = ResolvedType.of(kind.type());
      if (raw.isAssignableFrom(kind.type()) && keys.admit(type)) {
        found.add(new Alternative(type, null));
      }
    }
    if (keys == Keys.ANY) {
      addContainers(open, found);
      addArrays(raw, found);
    }
    return found;
  }

  private static void addContainers(ResolvedType open, List<Alternative> found) {
    Class<?> raw = open.raw();
    boolean sequence = Collection.class.isAssignableFrom(raw) || raw == Iterable.class;
    boolean map = Map.class.isAssignableFrom(raw);
    ResolvedType first = sequence || map ? open.argument(0) : ResolvedType.OBJECT;
    ResolvedType second = map ? open.argument(1) : ResolvedType.OBJECT;
    for (SequenceKind kind : SequenceKind.values()) {
      if (raw.isAssignableFrom(kind.type())) {
        found.add(new Alternative(ResolvedType.of(kind.type(), first), kind));
      }
    }
    for (MapKind kind : MapKind.values()) {
      if (raw.isAssignableFrom(kind.type())) {
        found.add(new Alternative(ResolvedType.of(kind.type(), first, second), kind));
      }
    }
    if (raw.isAssignableFrom(Optional.class)) {
      found.add(new Alternative(ResolvedType.of(Optional.class, ResolvedType.OBJECT), null));
    }
  }

  private static void addArrays(Class<?> raw, List<Alternative> found) {
    if (!raw.isAssignableFrom(Object[].class)) {
      return;
    }
    for (Class<?> primitive : PRIMITIVES) {
      found.add(new Alternative(ResolvedType.of(primitive.arrayType()), null));
    }
    found.add(new Alternative(ResolvedType.arrayOf(ResolvedType.OBJECT), null));
    for (ScalarKind kind : ScalarKind.values()) {
      found.add(new Alternative(ResolvedType.arrayOf(ResolvedType.of(kind.type())), null));
    }
  }

  /** The arrays beside its own class that an array of a component may turn out to be. */
  List<ResolvedType> arrays(Class<?> component, Set<Class<?>> subclasses) {
    List<ResolvedType> found = new ArrayList<>();
    if (component.isArray() || ScalarKind.of(component) != null) {
      return found;
    }
    for (ScalarKind kind : ScalarKind.values()) {
      if (component.isAssignableFrom(kind.type())) {
        found.add(ResolvedType.arrayOf(ResolvedType.of(kind.type())));
      }
    }
    for (Class<?> subclass : subclasses) {
      if (subclass != component) {
        found.add(ResolvedType.arrayOf(ResolvedType.of(subclass)));
      }
    }
    return found;
  }
}
