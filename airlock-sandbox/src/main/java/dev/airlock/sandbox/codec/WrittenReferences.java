package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.util.MapReferenceResolver;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows on the host what has been written, and what the guest cannot have made yet. */
final class WrittenReferences extends MapReferenceResolver {
  /** Objects that the guest makes only once it has all of their parts. */
  private final Set<Object> unmade = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The object of which only a part is sent, or null. */
  private @Nullable Object watched;

  private boolean metAgain;

  /** From now on it is noted whether the object is referred to. */
  void watch(Object object) {
    watched = object;
  }

  /** Whether the watched object was referred to after it had been written or begun. */
  boolean metAgain() {
    return metAgain;
  }

  /** From now until {@link #made}, a reference to the object is a cycle that cannot be rebuilt. */
  void unmade(Object object) {
    unmade.add(object);
  }

  void made(Object object) {
    unmade.remove(object);
  }

  @Override
  public int getWrittenId(Object object) {
    int id = super.getWrittenId(object);
    if (id != -1 && !unmade.isEmpty() && unmade.contains(object)) {
      throw new Refusal(
          object.getClass().getName(),
          "It is part of itself and cannot be changed once made, so it cannot be rebuilt. Break the"
              + " cycle, or lead it through an object with fields.");
    }
    metAgain |= id != -1 && object == watched;
    return id;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean useReferences(Class type) {
    return ReadReferences.areShared(type);
  }

  @Override
  public void reset() {
    super.reset();
    unmade.clear();
    watched = null;
    metAgain = false;
  }
}
