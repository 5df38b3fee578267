package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.util.MapReferenceResolver;
import com.esotericsoftware.kryo.kryo5.util.Util;
import java.util.BitSet;

/**
 * Knows in the guest what has been read, and whether something refers to an object that is not
 * complete yet. A container that hashes or compares must not do so with such an object in it.
 */
final class ReadReferences extends MapReferenceResolver {
  private final BitSet incomplete = new BitSet();
  private int newest;

  /** The oldest incomplete object that was referred to since {@link #lowest(int)}. */
  private int lowest = Integer.MAX_VALUE;

  /** Whether objects of the type keep their identity. Boxes, enums and classes need not. */
  static boolean areShared(Class<?> type) {
    return !Util.isWrapperClass(type) && !Util.isEnum(type) && type != Class.class;
  }

  /** Marks the object that was made last as incomplete, and gives its number. */
  int open() {
    incomplete.set(newest);
    return newest;
  }

  void close(int id) {
    incomplete.clear(id);
  }

  int lowest() {
    return lowest;
  }

  void lowest(int value) {
    lowest = value;
  }

  @Override
  public void setReadObject(int id, Object object) {
    super.setReadObject(id, object);
    newest = id;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Object getReadObject(Class type, int id) {
    Object object = super.getReadObject(type, id);
    if (object == null) {
      throw new KryoException("The payload refers to object " + id + " before it was made.");
    }
    if (incomplete.get(id)) {
      lowest = Math.min(lowest, id);
    }
    return object;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean useReferences(Class type) {
    return areShared(type);
  }

  @Override
  public void reset() {
    super.reset();
    incomplete.clear();
    lowest = Integer.MAX_VALUE;
  }
}
