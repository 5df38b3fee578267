package dev.airlock.runtime.gate;

import dev.airlock.sandbox.contract.KeyOrder;
import dev.airlock.sandbox.contract.Keys;
import dev.airlock.sandbox.contract.MapKind;
import dev.airlock.sandbox.contract.SequenceKind;
import dev.airlock.sandbox.contract.Shape;
import dev.airlock.sandbox.contract.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes the collections and maps of results. */
@SuppressWarnings("JdkObsolete") // A method may return a Vector, whatever we think of it.
final class Containers {
  private final Refusals refusals;
  private final KeyChecks checks;

  Containers(Refusals refusals) {
    this.refusals = refusals;
    checks = new KeyChecks(refusals);
  }

  Container<?> sequence(Shape.Sequence sequence, KeyOrder order) {
    SequenceKind kind = sequence.kind();
    Collection<@Nullable Object> target = newCollection(kind, sequence.element(), order);
    Collection<@Nullable Object> visible =
        switch (kind) {
          case UNMODIFIABLE_LIST -> Collections.unmodifiableList((List<@Nullable Object>) target);
          case UNMODIFIABLE_SET -> Collections.unmodifiableSet((Set<@Nullable Object>) target);
          default -> target;
        };
    return new Container<>(visible, parts -> fill(kind, order, target, parts));
  }

  Container<?> mapping(Shape.Mapping mapping, KeyOrder order) {
    MapKind kind = mapping.kind();
    Map<@Nullable Object, @Nullable Object> target = newMap(kind, mapping.key(), order);
    return new Container<>(
        kind.isUnmodifiable() ? Collections.unmodifiableMap(target) : target,
        parts -> fill(kind, order, target, parts));
  }

  private void fill(
      SequenceKind kind,
      KeyOrder order,
      Collection<@Nullable Object> target,
      @Nullable Object[] parts) {
    if (kind.elements() == Keys.ANY) {
      target.addAll(Arrays.asList(parts));
      return;
    }
    if (kind == SequenceKind.PRIORITY_QUEUE) {
      checks.requireComparable(parts, order);
    } else {
      check(kind.elements(), order, parts, 1);
    }
    for (int i = 0; i < parts.length; i++) {
      if (!target.add(parts[i])) {
        throw refusals.because("element " + i + " of a set is there already");
      }
    }
  }

  private void fill(
      MapKind kind,
      KeyOrder order,
      Map<@Nullable Object, @Nullable Object> target,
      @Nullable Object[] parts) {
    check(kind.keys(), order, parts, 2);
    for (int i = 0; i < parts.length; i += 2) {
      target.put(parts[i], parts[i + 1]);
      if (target.size() != i / 2 + 1) {
        throw refusals.because("key " + i / 2 + " of a map is there already");
      }
    }
  }

  private void check(Keys keys, KeyOrder order, @Nullable Object[] parts, int step) {
    if (keys == Keys.HASHED) {
      checks.requireFewCollisions(parts, step);
    } else if (keys == Keys.SORTED) {
      checks.requireAscending(parts, step, order);
    }
  }

  @SuppressWarnings("unchecked") // The elements are checked before they are added.
  private static Collection<@Nullable Object> newCollection(
      SequenceKind kind, Slot element, KeyOrder order) {
    Comparator<Object> comparator = (Comparator<Object>) order.comparator();
    return switch (kind) {
      case ARRAY_LIST, UNMODIFIABLE_LIST -> new ArrayList<>();
      case LINKED_LIST -> new LinkedList<>();
      case VECTOR -> new Vector<>();
      case STACK -> new Stack<>();
      case COPY_ON_WRITE_LIST -> new CopyOnWriteArrayList<>();
      case LINKED_HASH_SET, UNMODIFIABLE_SET -> new LinkedHashSet<>();
      case HASH_SET -> new HashSet<>();
      case ENUM_SET -> newEnumSet(element.raw());
      case TREE_SET -> new TreeSet<>(comparator);
      case SKIP_LIST_SET -> new ConcurrentSkipListSet<>(comparator);
      case ARRAY_DEQUE -> new ArrayDeque<>();
      case CONCURRENT_LINKED_QUEUE -> new ConcurrentLinkedQueue<>();
      case CONCURRENT_LINKED_DEQUE -> new ConcurrentLinkedDeque<>();
      case LINKED_BLOCKING_QUEUE -> new LinkedBlockingQueue<>();
      case LINKED_BLOCKING_DEQUE -> new LinkedBlockingDeque<>();
      case PRIORITY_QUEUE -> new PriorityQueue<>(comparator);
    };
  }

  @SuppressWarnings("unchecked") // The keys are checked before they are added.
  private static Map<@Nullable Object, @Nullable Object> newMap(
      MapKind kind, Slot key, KeyOrder order) {
    Comparator<Object> comparator = (Comparator<Object>) order.comparator();
    return switch (kind) {
      case LINKED_HASH_MAP, UNMODIFIABLE_MAP -> new LinkedHashMap<>();
      case HASH_MAP -> new HashMap<>();
      case ENUM_MAP -> newEnumMap(key.raw());
      case TREE_MAP -> new TreeMap<>(comparator);
      case CONCURRENT_HASH_MAP -> new ConcurrentHashMap<>();
      case SKIP_LIST_MAP -> new ConcurrentSkipListMap<>(comparator);
      case HASHTABLE -> new Hashtable<>();
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The class comes from the contract: it is an enum.
  private static Collection<@Nullable Object> newEnumSet(Class<?> constants) {
    return (Collection) EnumSet.noneOf((Class) constants);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The class comes from the contract: it is an enum.
  private static Map<@Nullable Object, @Nullable Object> newEnumMap(Class<?> constants) {
    return new EnumMap((Class) constants);
  }
}
