package dev.airlock.sandbox.codec;

import dev.airlock.NotShippableException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one payload holds, and how far its writing has come. Belongs to one thread. */
final class Message {
  private static final String CANNOT = "Cannot be sent into a sandbox: ";

  private final @Nullable Object[] parts;
  private final String[] labels;

  /** Which fields of the first part are sent, which then is not null; or null for all. */
  private final @Nullable FieldFilter sent;

  private int at;

  Message(@Nullable Object[] parts, String[] labels, @Nullable FieldFilter sent) {
    if (parts.length != labels.length) {
      throw new IllegalArgumentException(
          parts.length + " parts came with " + labels.length + " labels.");
    }
    this.parts = parts;
    this.labels = labels;
    this.sent = sent;
  }

  /**
   * Writes it.
   *
   * @throws WholeReceiverException if only a part of the first object was to be sent, and it is met
   *     a second time; then the writer has forgotten the message
   */
  void writeTo(GraphWriter writer) throws IOException, WholeReceiverException {
    writer.out().writeBoolean(sent != null);
    writer.out().writeVarInt(parts.length, true);
    if (sent != null) {
      writer.cut(Objects.requireNonNull(parts[0]), sent);
    }
    for (; at < parts.length; at++) {
      writer.object(parts[at]);
      if (writer.metAgain()) {
        writer.forget();
        throw new WholeReceiverException(
            at == 0
                ? "one of the fields that are sent leads back to it"
                : "it is also reached from " + labels[at]);
      }
    }
    writer.end();
  }

  NotShippableException notShippable(Refusal refusal) {
    PathFinder.Finding found = PathFinder.find(parts, labels, sent);
    String path = found == null ? labels[at] + ": " + refusal.typeName() : found.path();
    String reason = found == null ? refusal.reason() : found.reason();
    return new NotShippableException(path, CANNOT + path + ". " + reason, null);
  }

  /** For a caller that is deep itself, or has a small stack. */
  NotShippableException tooDeep() {
    return notShippable(new Refusal(typeOf(parts[at]), WrittenTypes.tooDeep()));
  }

  NotShippableException unreadable(RuntimeException failure) {
    if (at == parts.length) {
      throw failure; // All parts have been read: it is the target's.
    }
    String path = labels[at] + ": " + typeOf(parts[at]);
    return new NotShippableException(
        path,
        CANNOT
            + path
            + ". Reading it failed with "
            + failure.getClass().getName()
            + ". See the cause; an object that another thread changes meanwhile fails so.",
        failure);
  }

  private static String typeOf(@Nullable Object part) {
    return part == null ? "null" : part.getClass().getTypeName();
  }
}
