package dev.airlock.runtime.capture;

import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method that a search looks into.
 *
 * @param owner the class that declares it
 * @param code its byte code; the same object for the same method throughout a search
 * @param receiverSlots the local variables that hold the receiver when it begins
 */
record Followed(Class<?> owner, MethodNode code, Set<Integer> receiverSlots) {
  /** What messages call it, as in {@code org.example.Service#size}. */
  String label() {
    return owner.getName() + "#" + code.name;
  }
}
