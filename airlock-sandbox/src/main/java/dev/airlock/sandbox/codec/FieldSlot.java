package dev.airlock.sandbox.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of a class: written, read and walked without its class's help. */
final class FieldSlot {
  private final Field field;

  /** The type's number in {@link Primitives}, or -1 for a reference. */
  private final int primitive;

  private FieldSlot(Field field) {
    field.setAccessible(true);
    this.field = field;
    this.primitive = Primitives.numberOf(field.getType());
  }

  /**
   * The fields that cross, inherited ones first, then by name: not the static and the transient
   * ones, and none of a class of the JDK.
   *
   * @throws java.lang.reflect.InaccessibleObjectException if the class's module keeps them closed
   */
  static List<FieldSlot> of(Class<?> type) {
    List<FieldSlot> slots = new ArrayList<>();
    for (Class<?> c = type; c != null && !Jdk.defines(c); c = c.getSuperclass()) {
      Field[] declared = c.getDeclaredFields();
      Arrays.sort(declared, Comparator.comparing(Field::getName).reversed());
      for (Field field : declared) {
        if (crosses(field)) {
          slots.add(0, new FieldSlot(field));
        }
      }
    }
    return List.copyOf(slots);
  }

  /** The field of a component of a record. */
  static FieldSlot of(Class<?> type, String name) {
    try {
      return new FieldSlot(type.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(type + " has no field for its component " + name + ".", e);
    }
  }

  /** Whether a field is part of what an object is. */
  static boolean crosses(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0;
  }

  /** A number that depends on the names and types of some fields, and on their order. */
  static int fingerprint(List<FieldSlot> slots) {
    int fingerprint = 1;
    for (FieldSlot slot : slots) {
      fingerprint = 31 * fingerprint + slot.field.getName().hashCode();
      fingerprint = 31 * fingerprint + slot.field.getType().getName().hashCode();
    }
    return fingerprint;
  }

  boolean passes(FieldFilter filter) {
    return filter.sends(field);
  }

  void write(GraphWriter to, Object owner) {
    try {
      switch (primitive) {
        case 0 -> to.out().writeBoolean(field.getBoolean(owner));
        case 1 -> to.out().writeByte(field.getByte(owner));
        case 2 -> to.out().writeChar(field.getChar(owner));
        case 3 -> to.out().writeShort(field.getShort(owner));
        case 4 -> to.out().writeVarInt(field.getInt(owner), false);
        case 5 -> to.out().writeVarLong(field.getLong(owner), false);
        case 6 -> to.out().writeFloat(field.getFloat(owner));
        case 7 -> to.out().writeDouble(field.getDouble(owner));
        default -> to.object(field.get(owner));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible and is not.", e);
    }
  }

  /** Reads a value, a primitive one in its box. */
  @Nullable Object read(GraphReader from) {
    return switch (primitive) {
      case 0 -> from.in().readBoolean();
      case 1 -> from.in().readByte();
      case 2 -> from.in().readChar();
      case 3 -> from.in().readShort();
      case 4 -> from.in().readVarInt(false);
      case 5 -> from.in().readVarLong(false);
      case 6 -> from.in().readFloat();
      case 7 -> from.in().readDouble();
      default -> from.object();
    };
  }

  void set(Object owner, @Nullable Object value) {
    try {
      field.set(owner, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible and is not.", e);
    }
  }

  /** Shows the value if it is a reference. */
  void child(Object owner, Children children) {
    if (primitive >= 0) {
      return;
    }
    try {
      children.child(field.getName(), field.get(owner));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible and is not.", e);
    }
  }
}
