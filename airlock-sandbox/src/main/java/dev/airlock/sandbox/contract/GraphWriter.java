package dev.airlock.sandbox.contract;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.airlock.Untrusted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Writes one graph of objects as its contract says. Not thread-safe. */
final class GraphWriter {
  private static final int NO_BARRIER = -1;

  /** An object that has been written, or is being written. */
  private static final class Written {
    final int id;
    final Slot slot;
    boolean open = true;

    Written(int id, Slot slot) {
      this.id = id;
      this.slot = slot;
    }
  }

  private final CBORGenerator out;
  private final GraphPath path;
  private final ScalarWriter scalars;
  private final IdentityHashMap<Object, Written> written = new IdentityHashMap<>();
  private int nextId;

  /** The number of the innermost open object that the host can only make after its parts. */
  private int barrier = NO_BARRIER;

  GraphWriter(ResultContract contract, CBORGenerator out) {
    this.out = out;
    path = new GraphPath(contract);
    scalars = new ScalarWriter(out);
  }

  void write(Slot slot, @Nullable Object value) throws UnadmittedValueException, IOException {
    if (value == null) {
      out.writeNull();
      return;
    }
    if (slot.shape().isShared() && writeReference(slot, value)) {
      return;
    }
    if (!(slot.shape() instanceof Choice choice)) {
      if (!isExactly(slot, value)) {
        throw unadmitted(value, "where exactly a " + slot.raw().getName() + " may stand.");
      }
      writeBody(slot, value);
      return;
    }
    int alternative = choice.alternativeFor(value);
    if (alternative < 0) {
      throw unadmitted(
          value,
          "which "
              + slot.raw().getName()
              + " does not admit here. Name it in @Airlock(resultTypes=...) or"
              + " airlock.result-types.");
    }
    out.writeStartArray(null, 2);
    out.writeNumber(alternative);
    writeBody(choice.alternatives().get(alternative), value);
    out.writeEndArray();
  }

  private boolean writeReference(Slot slot, Object value)
      throws UnadmittedValueException, IOException {
    Written before = written.get(value);
    if (before == null || !slot.admitsReferenceTo(before.slot)) {
      return false;
    }
    if (before.open && before.id <= barrier) {
      throw unadmitted(
          value,
          "which is part of a cycle through a record or a constructor; a cycle has to go through"
              + " fields that are not final, lists, map values or arrays of at most "
              + ContractLimits.MAX_CYCLIC_ARRAY
              + " elements.");
    }
    out.writeNumber(before.id);
    return true;
  }

  private void writeBody(Slot slot, Object value) throws UnadmittedValueException, IOException {
    Shape shape = slot.shape();
    Written self = null;
    int outerBarrier = barrier;
    if (shape.isShared()) {
      self = new Written(nextId++, slot);
      written.put(value, self);
      if (isMadeLast(shape, value)) {
        barrier = self.id;
      }
    }
    if (shape instanceof Shape.Scalar scalar) {
      writeScalar(scalar.kind(), value);
    } else if (shape instanceof Shape.Enumeration enumeration) {
      out.writeNumber(enumeration.constants().indexOf(((Enum<?>) value).name()));
    } else if (shape instanceof Shape.PrimitiveArray array) {
      out.writeBinary(PrimitiveArrays.toBytes(array.component(), value));
    } else {
      writeContainer(slot, value);
    }
    if (self != null) {
      self.open = false;
      barrier = outerBarrier;
    }
  }

  private static boolean isMadeLast(Shape shape, Object value) {
    return (shape instanceof Shape.Composite composite && composite.isBuiltFromMembers())
        || (value instanceof Object[] array && array.length > ContractLimits.MAX_CYCLIC_ARRAY);
  }

  private void writeContainer(Slot slot, Object value)
      throws UnadmittedValueException, IOException {
    if (!path.enter(slot)) {
      throw unadmitted(
          value,
          "more than " + ContractLimits.MAX_DEPTH + " objects deep. Return a flatter structure.");
    }
    Shape shape = slot.shape();
    if (shape instanceof Shape.Composite composite) {
      writeComposite(composite, value);
    } else if (shape instanceof Shape.ObjectArray array) {
      writeElements(array.element(), (Object[]) value);
    } else if (shape instanceof Shape.Sequence sequence) {
      writeSequence(sequence, (Collection<?>) value);
    } else if (shape instanceof Shape.Mapping mapping) {
      writeMapping(mapping, (Map<?, ?>) value);
    } else if (shape instanceof Shape.Maybe maybe) {
      Optional<?> optional = (Optional<?>) value;
      Object[] parts = optional.isPresent() ? new Object[] {optional.get()} : new Object[0];
      writeElements(maybe.element(), parts);
    } else if (shape instanceof Shape.Unverified untrusted) {
      Object inner = ((Untrusted<?>) value).unverifiedBecause("it goes to the host, out of reach");
      writeElements(untrusted.value(), new Object[] {inner});
    } else {
      throw unadmitted(value, "where nothing but null may stand.");
    }
    path.leave();
  }

  private void writeElements(Slot element, @Nullable Object[] values)
      throws UnadmittedValueException, IOException {
    out.writeStartArray(null, values.length);
    for (int i = 0; i < values.length; i++) {
      path.at(i);
      write(element, values[i]);
    }
    out.writeEndArray();
  }

  private void writeComposite(Shape.Composite composite, Object value)
      throws UnadmittedValueException, IOException {
    List<Shape.Member> members = composite.members();
    out.writeStartArray(null, members.size());
    for (int i = 0; i < members.size(); i++) {
      path.at(i);
      try {
        write(members.get(i).slot(), members.get(i).field().get(value));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("The contract opened this field.", e);
      }
    }
    out.writeEndArray();
  }

  private void writeSequence(Shape.Sequence sequence, Collection<?> value)
      throws UnadmittedValueException, IOException {
    Object[] elements = value.toArray();
    if (sequence.kind().elements() != Keys.SORTED) {
      writeElements(sequence.element(), elements);
      return;
    }
    Comparator<?> comparator = null;
    if (value instanceof SortedSet<?> set) {
      comparator = set.comparator();
    } else if (value instanceof PriorityQueue<?> queue) {
      comparator = queue.comparator();
    }
    writeSorted(value, comparator, sequence.element(), sequence.element(), elements);
  }

  private void writeMapping(Shape.Mapping mapping, Map<?, ?> value)
      throws UnadmittedValueException, IOException {
    List<@Nullable Object> parts = new ArrayList<>();
    value.forEach(
        (key, mapped) -> {
          parts.add(key);
          parts.add(mapped);
        });
    if (value instanceof SortedMap<?, ?> sorted && mapping.kind().keys() == Keys.SORTED) {
      writeSorted(value, sorted.comparator(), mapping.key(), mapping.value(), parts.toArray());
      return;
    }
    out.writeStartArray(null, parts.size());
    writeAlternating(mapping.key(), mapping.value(), parts.toArray());
    out.writeEndArray();
  }

  private void writeSorted(
      Object value, @Nullable Comparator<?> comparator, Slot even, Slot odd, Object[] parts)
      throws UnadmittedValueException, IOException {
    KeyOrder order = KeyOrder.of(comparator);
    if (order == null) {
      throw unadmitted(
          value,
          "sorted by a comparator of its own; natural, reverse and case-insensitive order can"
              + " leave.");
    }
    out.writeStartArray(null, parts.length + 1);
    out.writeNumber(order.code());
    writeAlternating(even, odd, parts);
    out.writeEndArray();
  }

  private void writeAlternating(Slot even, Slot odd, @Nullable Object[] parts)
      throws UnadmittedValueException, IOException {
    for (int i = 0; i < parts.length; i++) {
      path.at(i);
      write(i % 2 == 0 ? even : odd, parts[i]);
    }
  }

  private void writeScalar(ScalarKind kind, Object value)
      throws UnadmittedValueException, IOException {
    String refusal = scalars.write(kind, value);
    if (refusal != null) {
      throw unadmitted(value, refusal);
    }
  }

  private static boolean isExactly(Slot slot, Object value) {
    Shape shape = slot.shape();
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.kind().admits(value);
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      return value instanceof Enum<?> constant
          && constant.getDeclaringClass() == enumeration.type();
    }
    if (slot.raw() == EnumSet.class) {
      return value instanceof EnumSet;
    }
    return value.getClass() == slot.raw();
  }

  private UnadmittedValueException unadmitted(Object value, String reason) {
    return new UnadmittedValueException(path.toString(), value.getClass().getName(), reason);
  }
}
