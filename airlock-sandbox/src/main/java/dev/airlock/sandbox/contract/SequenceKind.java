package dev.airlock.sandbox.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The collections that the host can make. */
public enum SequenceKind {
  ARRAY_LIST(ArrayList.class, Keys.ANY),
  UNMODIFIABLE_LIST(List.class, Keys.ANY),
  LINKED_LIST(LinkedList.class, Keys.ANY),
  VECTOR(Vector.class, Keys.ANY),
  STACK(Stack.class, Keys.ANY),
  COPY_ON_WRITE_LIST(CopyOnWriteArrayList.class, Keys.ANY),
  LINKED_HASH_SET(LinkedHashSet.class, Keys.HASHED),
  UNMODIFIABLE_SET(Set.class, Keys.HASHED),
  HASH_SET(HashSet.class, Keys.HASHED),
  ENUM_SET(EnumSet.class, Keys.ENUM),
  TREE_SET(TreeSet.class, Keys.SORTED),
  SKIP_LIST_SET(ConcurrentSkipListSet.class, Keys.SORTED),
  ARRAY_DEQUE(ArrayDeque.class, Keys.ANY),
  CONCURRENT_LINKED_QUEUE(ConcurrentLinkedQueue.class, Keys.ANY),
  CONCURRENT_LINKED_DEQUE(ConcurrentLinkedDeque.class, Keys.ANY),
  LINKED_BLOCKING_QUEUE(LinkedBlockingQueue.class, Keys.ANY),
  LINKED_BLOCKING_DEQUE(LinkedBlockingDeque.class, Keys.ANY),
  PRIORITY_QUEUE(PriorityQueue.class, Keys.SORTED);

  private final Class<?> type;
  private final Keys elements;

  SequenceKind(Class<?> type, Keys elements) {
    this.type = type;
    this.elements = elements;
  }

  /** The class of the collections, or what an unmodifiable one is known as. */
  public Class<?> type() {
    return type;
  }

  /** What the elements have to be. */
  public Keys elements() {
    return elements;
  }

  /** The kind that is exactly this class, or null. */
  static @Nullable SequenceKind of(Class<?> type) {
    for (SequenceKind kind : values()) {
      if (kind.type == type && !kind.isUnmodifiable()) {
        return kind;
      }
    }
    return null;
  }

  /** Whether it refuses changes. */
  public boolean isUnmodifiable() {
    return this == UNMODIFIABLE_LIST || this == UNMODIFIABLE_SET;
  }

  /** The kinds that can stand for a collection of an unknown class, the best first. */
  static List<SequenceKind> nearest(Collection<?> value) {
    boolean unmodifiable = MapKind.isUnmodifiable(value.getClass());
    if (value instanceof EnumSet) {
      return List.of(ENUM_SET, LINKED_HASH_SET);
    }
    if (value instanceof SortedSet) {
      return List.of(TREE_SET);
    }
    if (value instanceof Set) {
      return unmodifiable ? List.of(UNMODIFIABLE_SET) : List.of(LINKED_HASH_SET);
    }
    if (unmodifiable) {
      return List.of(UNMODIFIABLE_LIST, ARRAY_LIST);
    }
    if (value instanceof List) {
      return List.of(ARRAY_LIST);
    }
    if (value instanceof Deque) {
      return List.of(LINKED_LIST);
    }
    return value instanceof Queue
        ? List.of(CONCURRENT_LINKED_QUEUE)
        : List.of(ARRAY_LIST, LINKED_HASH_SET);
  }
}
