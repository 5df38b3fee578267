package dev.airlock.sandbox.codec;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest way to something that cannot cross, after the writer has met it. Walks what
 * the writer would write, without recursion and not without end.
 */
final class PathFinder {
  private static final int MOST_OBJECTS = 500_000;

  /** An object and how it was reached. */
  private record Node(
      @Nullable Node parent, String step, Object value, boolean byJavaSerialization) {}

  /** Where something is and why it cannot cross. */
  record Finding(String path, String reason) {}

  /** What is sent of the first part, or null for all. */
  private final @Nullable FieldFilter filter;

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Node> open = new ArrayDeque<>();

  private PathFinder(@Nullable FieldFilter filter) {
    this.filter = filter;
  }

  /**
   * The first thing that cannot cross, or null if none is found.
   *
   * @param filter what is sent of the first part, or null for all of it
   */
  static @Nullable Finding find(
      @Nullable Object[] parts, String[] labels, @Nullable FieldFilter filter) {
    return new PathFinder(filter).walk(parts, labels);
  }

  private @Nullable Finding walk(@Nullable Object[] parts, String[] labels) {
    for (int i = 0; i < parts.length; i++) {
      add(null, labels[i], parts[i], false);
    }
    while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
      Node node = open.remove();
      WireForm form = WireForms.of(node.value().getClass());
      String reason = reason(node, form);
      if (reason != null) {
        return new Finding(path(node), reason);
      }
      Shape<Object> shape = form.shape();
      if (shape != null) {
        boolean inside = node.byJavaSerialization() || form == JdkTable.java();
        descend(node, shape, inside, node.value() == parts[0] ? filter : null);
      }
    }
    return null;
  }

  /** Adds an object's children, or none if the object fails to tell. */
  private void descend(Node node, Shape<Object> shape, boolean inside, @Nullable FieldFilter sent) {
    Children adding = (step, child) -> add(node, step, child, inside);
    try {
      if (sent != null && shape instanceof FieldsShape fields) {
        fields.children(node.value(), sent, adding);
      } else {
        shape.children(node.value(), adding);
      }
    } catch (RuntimeException broken) {
      // Something else could not cross. That is what is looked for.
    }
  }

  private void add(
      @Nullable Node parent, String step, @Nullable Object value, boolean byJavaSerialization) {
    if (value != null && seen.add(value)) {
      open.add(new Node(parent, step, value, byJavaSerialization));
    }
  }

  private static @Nullable String reason(Node node, WireForm form) {
    Class<?> type = node.value().getClass();
    if (!node.byJavaSerialization()) {
      Refusal refusal = form.refusal();
      return refusal == null ? null : refusal.reason();
    }
    String never = NeverShipped.reason(type);
    if (never != null || node.value() instanceof Serializable) {
      return never;
    }
    return "What holds it crosses by Java serialization, and it is not java.io.Serializable.";
  }

  private static String path(Node node) {
    Deque<String> steps = new ArrayDeque<>();
    String label = node.step();
    for (Node n = node; n.parent() != null; n = n.parent()) {
      steps.push(n.step());
      label = n.parent().step();
    }
    StringBuilder path = new StringBuilder(label);
    String join = " → ";
    for (String step : steps) {
      boolean bracket = step.startsWith("[") || step.startsWith("{");
      path.append(join.equals(".") && bracket ? "" : join).append(step);
      join = ".";
    }
    return path.append(": ").append(node.value().getClass().getTypeName()).toString();
  }
}
