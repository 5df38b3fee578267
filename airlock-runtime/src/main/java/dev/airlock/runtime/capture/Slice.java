package dev.airlock.runtime.capture;

import java.lang.reflect.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a receiver that a method can reach: some of its fields, or all. Immutable. */
public final class Slice {
  private final @Nullable Set<Field> fields;
  private final String reason;

  private Slice(@Nullable Set<Field> fields, String reason) {
    this.fields = fields;
    this.reason = reason;
  }

  /**
   * The whole receiver.
   *
   * @param reason why, as in {@code returned}
   */
  public static Slice all(String reason) {
    return new Slice(null, reason);
  }

  static Slice of(Set<Field> fields) {
    return new Slice(Set.copyOf(fields), "");
  }

  /** Whether the whole receiver has to be sent. */
  public boolean isAll() {
    return fields == null;
  }

  /** Whether this instance field, declared anywhere in the receiver's hierarchy, must be sent. */
  public boolean contains(Field field) {
    return fields == null || fields.contains(field);
  }

  /**
   * The fields that must be sent.
   *
   * @throws IllegalStateException if all must
   */
  public Set<Field> fields() {
    if (fields == null) {
      throw new IllegalStateException("The slice is the whole receiver; ask isAll first.");
    }
    return fields;
  }

  /**
   * Why the whole receiver has to be sent: what the method does with it that cannot be followed, as
   * in {@code given to java/util/List.add, in org.example.Service#collect}. Empty if only some
   * fields must.
   */
  public String reason() {
    return reason;
  }

  @Override
  public String toString() {
    return fields == null
        ? "all: " + reason
        : fields.stream().map(Field::getName).sorted().toList().toString();
  }
}
