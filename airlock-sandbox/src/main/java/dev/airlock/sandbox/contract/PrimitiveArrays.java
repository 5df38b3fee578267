package dev.airlock.sandbox.contract;

import java.nio.ByteBuffer;

/** The elements of primitive arrays as bytes, big-endian. */
public final class PrimitiveArrays {
  private PrimitiveArrays() {}

  /** How many bytes one element takes. */
  public static int width(Class<?> component) {
    if (component == long.class || component == double.class) {
      return Long.BYTES;
    }
    if (component == int.class || component == float.class) {
      return Integer.BYTES;
    }
    return component == short.class || component == char.class ? Short.BYTES : 1;
  }

  /** The bytes of an array; of a {@code byte[]} the array itself. */
  static byte[] toBytes(Class<?> component, Object array) {
    if (array instanceof byte[] bytes) {
      return bytes;
    }
    byte[] bytes = new byte[byteLength(component, array)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (array instanceof int[] values) {
      buffer.asIntBuffer().put(values);
    } else if (array instanceof long[] values) {
      buffer.asLongBuffer().put(values);
    } else if (array instanceof double[] values) {
      buffer.asDoubleBuffer().put(values);
    } else if (array instanceof float[] values) {
      buffer.asFloatBuffer().put(values);
    } else if (array instanceof char[] values) {
      buffer.asCharBuffer().put(values);
    } else if (array instanceof short[] values) {
      buffer.asShortBuffer().put(values);
    } else {
      boolean[] values = (boolean[]) array;
      for (int i = 0; i < values.length; i++) {
        bytes[i] = (byte) (values[i] ? 1 : 0);
      }
    }
    return bytes;
  }

  /**
   * The array that some bytes are; an array of bytes is the same object.
   *
   * @throws IllegalArgumentException if the bytes are no such array
   */
  public static Object fromBytes(Class<?> component, byte[] bytes) {
    if (bytes.length % width(component) != 0) {
      throw new IllegalArgumentException(
          bytes.length + " bytes are no array of " + component.getName());
    }
    if (component == byte.class) {
      return bytes;
    }
    if (component == boolean.class) {
      return booleans(bytes);
    }
    Object array = java.lang.reflect.Array.newInstance(component, bytes.length / width(component));
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (array instanceof int[] values) {
      buffer.asIntBuffer().get(values);
    } else if (array instanceof long[] values) {
      buffer.asLongBuffer().get(values);
    } else if (array instanceof double[] values) {
      buffer.asDoubleBuffer().get(values);
    } else if (array instanceof float[] values) {
      buffer.asFloatBuffer().get(values);
    } else if (array instanceof char[] values) {
      buffer.asCharBuffer().get(values);
    } else {
      buffer.asShortBuffer().get((short[]) array);
    }
    return array;
  }

  private static boolean[] booleans(byte[] bytes) {
    boolean[] values = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0 || bytes[i] > 1) {
        throw new IllegalArgumentException("the byte " + bytes[i] + " is no boolean");
      }
      values[i] = bytes[i] == 1;
    }
    return values;
  }

  private static int byteLength(Class<?> component, Object array) {
    return Math.multiplyExact(java.lang.reflect.Array.getLength(array), width(component));
  }
}
