package dev.airlock.sandbox.contract;

/**
 * Where in a result a reader or writer is, in the contract's own names. Keeping it costs two stores
 * a step; its text is made only when something went wrong. Not thread-safe.
 */
public final class GraphPath {
  private final Slot root;
  private final Slot[] slots = new Slot[ContractLimits.MAX_DEPTH];
  private final int[] steps = new int[ContractLimits.MAX_DEPTH];
  private int depth;

  /** A path that is at the whole result. */
  public GraphPath(ResultContract contract) {
    root = contract.root();
  }

  /** Goes into an object. False, and nothing happens, if that would be deeper than it may be. */
  public boolean enter(Slot slot) {
    if (depth == ContractLimits.MAX_DEPTH) {
      return false;
    }
    slots[depth] = slot;
    steps[depth] = 0;
    depth++;
    return true;
  }

  /** Goes to a part of the object that was entered last: its position in the payload. */
  public void at(int step) {
    steps[depth - 1] = step;
  }

  /** Leaves the object that was entered last. */
  public void leave() {
    depth--;
  }

  /** As in {@code Report.rows[3].owner}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(root.typeName());
    for (int i = 0; i < depth; i++) {
      append(slots[i].shape(), steps[i], text);
    }
    return text.toString();
  }

  private static void append(Shape shape, int step, StringBuilder text) {
    if (shape instanceof Shape.Composite composite) {
      if (step < composite.members().size()) {
        text.append('.').append(composite.members().get(step).field().getName());
      }
    } else if (shape instanceof Shape.Mapping) {
      text.append(step % 2 == 0 ? ".keys[" : ".values[").append(step / 2).append(']');
    } else if (shape instanceof Shape.Maybe || shape instanceof Shape.Unverified) {
      text.append(".value");
    } else {
      text.append('[').append(step).append(']');
    }
  }
}
