package dev.airlock.runtime.capture;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** One search for the fields that a method can reach: follows methods until there is no new one. */
final class SliceSearch {
  /** More methods than this are not worth the time: the answer is the whole receiver. */
  private static final int MOST_METHODS = 2_000;

  private final ClassFiles files;
  private final Class<?> actual;
  private final Set<Field> fields = new HashSet<>();
  private final Set<Followed> seen = new HashSet<>();
  private final Deque<Followed> open = new ArrayDeque<>();

  SliceSearch(ClassFiles files, Class<?> actual) {
    this.files = files;
    this.actual = actual;
  }

  Slice search(Method method) {
    try {
      Hierarchy hierarchy = new Hierarchy(files, actual);
      follow(
          hierarchy.declared(
              method.getDeclaringClass(), method.getName(), Type.getMethodDescriptor(method)),
          Set.of(0));
      while (!open.isEmpty()) {
        Followed next = open.remove();
        try {
          inspect(next, hierarchy);
        } catch (EscapeException e) {
          return Slice.all(e.getMessage() + ", in " + next.label());
        }
      }
      return Slice.of(fields);
    } catch (EscapeException e) {
      return Slice.all(String.valueOf(e.getMessage()));
    }
  }

  /** Looks into a method later, unless it has been. */
  void follow(Hierarchy.Declared method, Set<Integer> receiverSlots) throws EscapeException {
    int withoutCode = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
    if ((method.code().access & withoutCode) != 0) {
      throw new EscapeException("given to " + method.code().name + ", which has no byte code");
    }
    Followed followed = new Followed(method.owner(), method.code(), Set.copyOf(receiverSlots));
    if (seen.add(followed)) {
      open.add(followed);
    }
    if (seen.size() > MOST_METHODS) {
      throw new EscapeException("more than " + MOST_METHODS + " methods can be reached");
    }
  }

  /** Looks into each of these later. */
  void follow(List<Hierarchy.Declared> methods, Set<Integer> receiverSlots) throws EscapeException {
    for (Hierarchy.Declared method : methods) {
      follow(method, receiverSlots);
    }
  }

  /** A field of the receiver is reached. */
  void reach(Field field) {
    fields.add(field);
  }

  private void inspect(Followed followed, Hierarchy hierarchy) throws EscapeException {
    ReceiverUses uses = new ReceiverUses(this, hierarchy, followed.owner());
    Frame<BasicValue>[] frames = analyze(followed);
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode instruction = followed.code().instructions.get(i);
      if (frames[i] != null) {
        uses.inspect(instruction, frames[i]);
      }
    }
  }

  private static Frame<BasicValue>[] analyze(Followed followed) throws EscapeException {
    ReceiverInterpreter interpreter = new ReceiverInterpreter(followed.receiverSlots());
    try {
      return new Analyzer<>(interpreter)
          .analyze(Type.getInternalName(followed.owner()), followed.code());
    } catch (AnalyzerException e) {
      throw new EscapeException("the byte code of " + followed.code().name + " is broken: " + e);
    }
  }
}
