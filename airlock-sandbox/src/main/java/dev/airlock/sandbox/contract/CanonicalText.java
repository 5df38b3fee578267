package dev.airlock.sandbox.contract;

import java.util.List;

/** The table of a contract as text, equal on two sides if and only if they mean the same. */
final class CanonicalText {
  private CanonicalText() {}

  static String of(List<Slot> slots) {
    StringBuilder text = new StringBuilder();
    for (Slot slot : slots) {
      text.append(slot.index()).append(' ').append(slot.canonicalName()).append(' ');
      describe(slot.shape(), text);
      text.append('\n');
    }
    return text.toString();
  }

  private static void describe(Shape shape, StringBuilder text) {
    text.append(shape.getClass().getSimpleName());
    if (shape instanceof Shape.Scalar scalar) {
      text.append(' ').append(scalar.kind());
    } else if (shape instanceof Shape.Enumeration enumeration) {
      text.append(' ').append(enumeration.constants());
    } else if (shape instanceof Shape.ObjectArray array) {
      text.append(' ').append(array.element().index());
    } else if (shape instanceof Shape.Sequence sequence) {
      text.append(' ').append(sequence.kind()).append(' ').append(sequence.element().index());
    } else if (shape instanceof Shape.Mapping mapping) {
      text.append(' ').append(mapping.kind()).append(' ').append(mapping.key().index());
      text.append(' ').append(mapping.value().index());
    } else if (shape instanceof Shape.Maybe maybe) {
      text.append(' ').append(maybe.element().index());
    } else if (shape instanceof Shape.Unverified untrusted) {
      text.append(' ').append(untrusted.value().index());
    } else if (shape instanceof Shape.Composite composite) {
      text.append(' ').append(composite.parameters());
      for (Shape.Member member : composite.members()) {
        text.append(' ').append(member.field().getName()).append('=').append(member.slot().index());
      }
    } else if (shape instanceof Choice choice) {
      for (Slot alternative : choice.alternatives()) {
        text.append(' ').append(alternative.index());
      }
    }
  }
}
