package dev.airlock.runtime.gate;

import dev.airlock.sandbox.contract.Slot;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one payload by their numbers, which they get in the order in which they begin. A
 * reference is legal only to an object that is there, that the slot admits, and that does not lie
 * around an object that is made from its parts. Not thread-safe.
 */
final class SharedObjects {
  private static final int NO_BARRIER = -1;
  private static final int FIRST_CAPACITY = 16;

  private @Nullable Object[] objects = {};
  private Slot[] producers = {};
  private long[] expandedNodes = {};
  private boolean[] open = {};
  private int count;
  private int barrier = NO_BARRIER;

  /** An object begins; it is not there yet. */
  int begin(Slot producer) {
    if (count == objects.length) {
      int capacity = Math.max(FIRST_CAPACITY, 2 * count);
      objects = Arrays.copyOf(objects, capacity);
      producers = Arrays.copyOf(producers, capacity);
      expandedNodes = Arrays.copyOf(expandedNodes, capacity);
      open = Arrays.copyOf(open, capacity);
    }
    producers[count] = producer;
    open[count] = true;
    return count++;
  }

  /** The object is there, though its parts may not be. */
  void exists(int id, Object object) {
    objects[id] = object;
  }

  /** The object is complete. */
  void complete(int id, Object object, long expanded) {
    objects[id] = object;
    expandedNodes[id] = expanded;
    open[id] = false;
  }

  /**
   * Nothing that begins before this one's end may refer to it or to an object around it.
   *
   * @return what to give back to {@link #lowerBarrier}
   */
  int raiseBarrier(int id) {
    int outer = barrier;
    barrier = id;
    return outer;
  }

  void lowerBarrier(int outer) {
    barrier = outer;
  }

  /** The object of that number, if it may stand in the slot now. */
  Object refer(long id, Slot slot, Budget budget, Refusals refusals) {
    if (id < 0 || id >= count) {
      throw refusals.because("it refers to object " + id + " of " + count);
    }
    int known = (int) id;
    if (open[known] && (known <= barrier || objects[known] == null)) {
      throw refusals.because("it refers to object " + id + ", which is not complete");
    }
    Object object = Objects.requireNonNull(objects[known]);
    if (!slot.admitsReferenceTo(producers[known]) || !slot.raw().isInstance(object)) {
      throw refusals.because(
          "it refers to object "
              + id
              + ", a "
              + producers[known].typeName()
              + ", where a "
              + slot.typeName()
              + " belongs");
    }
    budget.expand(open[known] ? 1 : expandedNodes[known], refusals);
    return object;
  }
}
