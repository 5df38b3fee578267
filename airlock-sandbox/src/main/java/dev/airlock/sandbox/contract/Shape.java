package dev.airlock.sandbox.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;

/** What may stand in a slot, and so what a payload says there. */
public sealed interface Shape
    permits Choice,
        Shape.Composite,
        Shape.Enumeration,
        Shape.Mapping,
        Shape.Maybe,
        Shape.Nothing,
        Shape.ObjectArray,
        Shape.PrimitiveArray,
        Shape.Scalar,
        Shape.Sequence,
        Shape.Unverified {
  /**
   * Whether its values can be shared, and so have a number in a payload. A number in place of a
   * value then stands for the object that has it.
   */
  boolean isShared();

  /** Nothing but null. */
  record Nothing() implements Shape {
    @Override
    public boolean isShared() {
      return false;
    }
  }

  /** A value that holds nothing but itself; in an array of one if it is mutable. */
  record Scalar(ScalarKind kind) implements Shape {
    @Override
    public boolean isShared() {
      return kind.isMutable();
    }
  }

  /** An enum constant: its index among the names. */
  record Enumeration(Class<?> type, List<String> constants) implements Shape {
    @Override
    public boolean isShared() {
      return false;
    }
  }

  /** An array of primitives: the bytes of its elements, big-endian. */
  record PrimitiveArray(Class<?> component) implements Shape {
    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** An array of objects: an array of its elements. */
  record ObjectArray(Slot element) implements Shape {
    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** A collection: an array of its elements, after the index of its order if it is sorted. */
  record Sequence(SequenceKind kind, Slot element) implements Shape {
    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** A map: an array of keys and values in turn, after the index of its order if it is sorted. */
  record Mapping(MapKind kind, Slot key, Slot value) implements Shape {
    @Override
    public boolean isShared() {
      return true;
    }
  }

  /** An {@code Optional}: an array of one value or none. */
  record Maybe(Slot element) implements Shape {
    @Override
    public boolean isShared() {
      return false;
    }
  }

  /** An {@code Untrusted}: an array of its one value, which may be null. */
  record Unverified(Slot value) implements Shape {
    @Override
    public boolean isShared() {
      return false;
    }
  }

  /**
   * A record or another class: an array of its members.
   *
   * @param constructor makes it
   * @param parameters for each parameter of the constructor the index of the member that it takes;
   *     the members that it does not take are set afterwards
   */
  record Composite(Constructor<?> constructor, List<Integer> parameters, List<Member> members)
      implements Shape {
    @Override
    public boolean isShared() {
      return true;
    }

    /** Whether some of its members have to be there before it. It cannot be part of a cycle. */
    public boolean isBuiltFromMembers() {
      return !parameters.isEmpty();
    }
  }

  /** A field of a class, or a component of a record. */
  record Member(Field field, Slot slot) {}
}
