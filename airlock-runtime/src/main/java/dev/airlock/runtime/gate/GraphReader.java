package dev.airlock.runtime.gate;

import com.fasterxml.jackson.core.JsonToken;
import dev.airlock.HostileResultException;
import dev.airlock.Untrusted;
import dev.airlock.sandbox.contract.Choice;
import dev.airlock.sandbox.contract.ContractLimits;
import dev.airlock.sandbox.contract.GraphPath;
import dev.airlock.sandbox.contract.KeyOrder;
import dev.airlock.sandbox.contract.Keys;
import dev.airlock.sandbox.contract.PrimitiveArrays;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.contract.SequenceKind;
import dev.airlock.sandbox.contract.Shape;
import dev.airlock.sandbox.contract.Slot;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one payload into the objects that its contract admits. Not thread-safe. */
final class GraphReader {
  /** So much is allocated on the word of a length; more only as elements come. */
  private static final int FIRST_CAPACITY = 1024;

  private static final int OBJECT_BYTES = 24;
  private static final int REFERENCE_BYTES = 8;

  /** An element of a collection is held once while it is read and once in a node of its own. */
  private static final int ELEMENT_BYTES = 32;

  /** A walk over a large array costs something too: one node for so many bytes. */
  private static final int BYTES_PER_NODE = 64;

  private final GraphPath path;
  private final Tokens tokens;
  private final Budget budget;
  private final ScalarReader scalars;
  private final CompositeBuilder composites;
  private final Containers containers;
  private final SharedObjects shared = new SharedObjects();
  private final ResultContract contract;

  GraphReader(ResultContract contract, BoundedInput input, GateLimits limits) throws IOException {
    this.contract = contract;
    path = new GraphPath(contract);
    budget = new Budget(limits, input);
    tokens = new Tokens(input, limits.maxBytes(), this::refusal);
    scalars = new ScalarReader(tokens, budget, this::refusal);
    composites = new CompositeBuilder(this::refusal);
    containers = new Containers(this::refusal);
  }

  /** The whole result. */
  @Nullable Object read() throws IOException {
    Object result = read(contract.root());
    tokens.end();
    budget.checkClock(this::refusal);
    return result;
  }

  /** The exception for something that is wrong here. */
  HostileResultException refusal(String reason) {
    return new HostileResultException(
        "The result from the sandbox was refused at "
            + path
            + ", byte "
            + tokens.offset()
            + ": "
            + reason
            + ".");
  }

  private @Nullable Object read(Slot slot) throws IOException {
    JsonToken token = tokens.next();
    budget.node(this::refusal);
    if (token == JsonToken.VALUE_NULL) {
      if (!slot.isNullable()) {
        throw refusal("it has null where a " + slot.typeName() + " belongs");
      }
      return null;
    }
    Shape shape = slot.shape();
    if (token == JsonToken.VALUE_NUMBER_INT && shape.isShared()) {
      long id = tokens.integer(token, 0, Integer.MAX_VALUE);
      return shared.refer(id, slot, budget, this::refusal);
    }
    if (!(shape instanceof Choice choice)) {
      return readBody(slot, token);
    }
    if (tokens.arrayLength(token) != 2) {
      throw refusal("a choice is not an index and a value");
    }
    int alternative = (int) tokens.integer(0, choice.alternatives().size() - 1L);
    Object value = readBody(choice.alternatives().get(alternative), tokens.next());
    tokens.endArray();
    return value;
  }

  /** What the slot's shape says, and neither null nor a reference. */
  private Object readBody(Slot slot, JsonToken token) throws IOException {
    Shape shape = slot.shape();
    if (!shape.isShared()) {
      return check(slot, readUnshared(slot, token));
    }
    int id = shared.begin(slot);
    long before = budget.expandedNodes();
    budget.charge(OBJECT_BYTES, this::refusal);
    Object object = check(slot, readShared(slot, id, token));
    shared.complete(id, object, budget.expandedNodes() - before + 1);
    return object;
  }

  private Object readUnshared(Slot slot, JsonToken token) throws IOException {
    Shape shape = slot.shape();
    if (shape instanceof Shape.Scalar scalar) {
      return scalars.read(scalar.kind(), token);
    }
    if (shape instanceof Shape.Enumeration enumeration) {
      long most = enumeration.constants().size() - 1L;
      int index = (int) tokens.integer(token, 0, most);
      return composites.constant(enumeration, index);
    }
    if (shape instanceof Shape.Maybe maybe) {
      return readOptional(slot, maybe, token);
    }
    if (shape instanceof Shape.Unverified untrusted) {
      return readUntrusted(slot, untrusted, token);
    }
    throw refusal("it has " + token + " where nothing but null may stand");
  }

  private Object readShared(Slot slot, int id, JsonToken token) throws IOException {
    Shape shape = slot.shape();
    if (shape instanceof Shape.Scalar scalar) {
      if (tokens.arrayLength(token) != 1) {
        throw refusal("a " + slot.typeName() + " is not one value");
      }
      Object value = scalars.read(scalar.kind(), tokens.next());
      tokens.endArray();
      return value;
    }
    if (shape instanceof Shape.PrimitiveArray array) {
      return readPrimitives(array, token);
    }
    int length = tokens.arrayLength(token);
    if (!path.enter(slot)) {
      throw refusal("it is more than " + ContractLimits.MAX_DEPTH + " objects deep");
    }
    Object object;
    if (shape instanceof Shape.Composite composite) {
      object = readComposite(composite, id, length);
    } else if (shape instanceof Shape.ObjectArray array) {
      object = readArray(slot, array, id, length);
    } else if (shape instanceof Shape.Sequence sequence) {
      object = readSequence(sequence, id, length);
    } else {
      object = readMapping((Shape.Mapping) shape, id, length);
    }
    tokens.endArray();
    path.leave();
    return object;
  }

  private Object check(Slot slot, Object value) {
    if (!slot.raw().isPrimitive() && !slot.raw().isInstance(value)) {
      throw refusal("a " + value.getClass().getName() + " is no " + slot.raw().getName());
    }
    return value;
  }

  private Object readOptional(Slot slot, Shape.Maybe maybe, JsonToken token) throws IOException {
    int length = tokens.arrayLength(token);
    if (length > 1) {
      throw refusal("an Optional has " + length + " values");
    }
    if (!path.enter(slot)) {
      throw refusal("it is more than " + ContractLimits.MAX_DEPTH + " objects deep");
    }
    budget.charge(OBJECT_BYTES, this::refusal);
    Object value = length == 0 ? null : read(maybe.element());
    if (length == 1 && value == null) {
      throw refusal("an Optional has null as its value");
    }
    tokens.endArray();
    path.leave();
    return Optional.ofNullable(value);
  }

  // What is untrusted may be null, which the checker cannot be told of a type variable.
  @SuppressWarnings("NullAway")
  private Object readUntrusted(Slot slot, Shape.Unverified untrusted, JsonToken token)
      throws IOException {
    if (tokens.arrayLength(token) != 1) {
      throw refusal("an Untrusted is not one value");
    }
    if (!path.enter(slot)) {
      throw refusal("it is more than " + ContractLimits.MAX_DEPTH + " objects deep");
    }
    budget.charge(OBJECT_BYTES, this::refusal);
    Untrusted<Object> value = Untrusted.of(read(untrusted.value()));
    tokens.endArray();
    path.leave();
    return value;
  }

  private Object readPrimitives(Shape.PrimitiveArray array, JsonToken token) throws IOException {
    byte[] bytes = tokens.bytes(token);
    budget.charge(bytes.length, this::refusal);
    budget.expand(bytes.length / BYTES_PER_NODE, this::refusal);
    return PrimitiveArrays.fromBytes(array.component(), bytes);
  }

  private Object readComposite(Shape.Composite composite, int id, int length) throws IOException {
    List<Shape.Member> members = composite.members();
    if (length != members.size()) {
      throw refusal("it has " + length + " members, not " + members.size());
    }
    budget.charge((long) REFERENCE_BYTES * length, this::refusal);
    if (!composite.isBuiltFromMembers()) {
      Object object = composites.construct(composite, new Object[0]);
      shared.exists(id, object);
      for (int i = 0; i < length; i++) {
        path.at(i);
        composites.set(members.get(i), object, read(members.get(i).slot()));
      }
      return object;
    }
    int outer = shared.raiseBarrier(id);
    @Nullable Object[] values = new Object[length];
    for (int i = 0; i < length; i++) {
      path.at(i);
      values[i] = read(members.get(i).slot());
    }
    shared.lowerBarrier(outer);
    return composites.construct(composite, values);
  }

  private Object readArray(Slot slot, Shape.ObjectArray array, int id, int length)
      throws IOException {
    Class<?> component = slot.raw().getComponentType();
    if (length > ContractLimits.MAX_CYCLIC_ARRAY) {
      int outer = shared.raiseBarrier(id);
      @Nullable Object[] elements = readElements(array.element(), array.element(), length);
      shared.lowerBarrier(outer);
      Object[] typed = (Object[]) Array.newInstance(component, length);
      System.arraycopy(elements, 0, typed, 0, length);
      return typed;
    }
    budget.charge((long) REFERENCE_BYTES * length, this::refusal);
    @Nullable Object[] typed = (Object[]) Array.newInstance(component, length);
    shared.exists(id, typed);
    for (int i = 0; i < length; i++) {
      path.at(i);
      typed[i] = read(array.element());
    }
    return typed;
  }

  private Object readSequence(Shape.Sequence sequence, int id, int length) throws IOException {
    SequenceKind kind = sequence.kind();
    boolean sorted = kind.elements() == Keys.SORTED;
    KeyOrder order = sorted ? readOrder(length) : KeyOrder.NATURAL;
    Container<?> container = containers.sequence(sequence, order);
    shared.exists(id, container.visible());
    Slot element = sequence.element();
    container.fill(readElements(element, element, sorted ? length - 1 : length));
    return container.visible();
  }

  private Object readMapping(Shape.Mapping mapping, int id, int length) throws IOException {
    boolean sorted = mapping.kind().keys() == Keys.SORTED;
    KeyOrder order = sorted ? readOrder(length) : KeyOrder.NATURAL;
    int count = sorted ? length - 1 : length;
    if (count % 2 != 0) {
      throw refusal("a map has a key without a value");
    }
    Container<?> container = containers.mapping(mapping, order);
    shared.exists(id, container.visible());
    container.fill(readElements(mapping.key(), mapping.value(), count));
    return container.visible();
  }

  private KeyOrder readOrder(int length) throws IOException {
    if (length == 0) {
      throw refusal("something sorted has no order");
    }
    KeyOrder order = KeyOrder.ofCode(tokens.integer(0, Byte.MAX_VALUE));
    if (order == null) {
      throw refusal("something sorted has an unknown order");
    }
    return order;
  }

  private @Nullable Object[] readElements(Slot even, Slot odd, int count) throws IOException {
    @Nullable Object[] parts = new Object[Math.min(count, FIRST_CAPACITY)];
    budget.charge((long) ELEMENT_BYTES * parts.length, this::refusal);
    for (int i = 0; i < count; i++) {
      if (i == parts.length) {
        int longer = (int) Math.min(2L * i, count);
        budget.charge((long) ELEMENT_BYTES * (longer - i), this::refusal);
        parts = Arrays.copyOf(parts, longer);
      }
      path.at(i);
      parts[i] = read(i % 2 == 0 ? even : odd);
    }
    return parts;
  }
}
