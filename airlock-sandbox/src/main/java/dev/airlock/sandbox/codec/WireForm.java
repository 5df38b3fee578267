package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What a class is on the wire: an entry of the {@link JdkTable}, a class that is named together
 * with its {@link NamedKind}, or a refusal.
 */
final class WireForm {
  private final @Nullable Registration registration;
  private final int number;
  private final @Nullable NamedKind kind;
  private final @Nullable Refusal refusal;

  private WireForm(
      @Nullable Registration registration,
      int number,
      @Nullable NamedKind kind,
      @Nullable Refusal refusal) {
    this.registration = registration;
    this.number = number;
    this.kind = kind;
    this.refusal = refusal;
  }

  static WireForm numbered(int number, Registration registration) {
    return new WireForm(registration, number, null, null);
  }

  static WireForm named(NamedKind kind, Class<?> type) {
    return new WireForm(new Registration(type, kind.shape(type), 0), 0, kind, null);
  }

  static WireForm refused(Class<?> type, String reason) {
    return new WireForm(null, 0, null, new Refusal(type.getName(), reason));
  }

  /**
   * How its objects are written, and its type on the wire.
   *
   * @throws Refusal if it cannot cross
   */
  Registration registration() {
    if (registration == null) {
      throw refusal == null ? new IllegalStateException("Neither written nor refused.") : refusal;
    }
    return registration;
  }

  /** The number in the table, or 0 if the class is named. */
  int number() {
    return number;
  }

  @Nullable NamedKind kind() {
    return kind;
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  /** The shape, or null if the class is refused or its objects have no children. */
  @SuppressWarnings("unchecked")
  @Nullable Shape<Object> shape() {
    Serializer<?> serializer = registration == null ? null : registration.getSerializer();
    return serializer instanceof Shape<?> shape ? (Shape<Object>) shape : null;
  }
}
