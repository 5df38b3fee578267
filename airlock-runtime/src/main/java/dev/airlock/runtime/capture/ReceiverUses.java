package dev.airlock.runtime.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** Decides what one instruction of a followed method does to the receiver. */
final class ReceiverUses {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  /** In a guest the gate lets the body run and keeps nothing. */
  private static final String GATE = "dev/airlock/Gate";

  private static final int SERIALIZABLE_LAMBDA = 1;

  private final SliceSearch search;
  private final Hierarchy hierarchy;
  private final Class<?> caller;

  /**
   * The uses in one method.
   *
   * @param caller the class that declares the method
   */
  ReceiverUses(SliceSearch search, Hierarchy hierarchy, Class<?> caller) {
    this.search = search;
    this.hierarchy = hierarchy;
    this.caller = caller;
  }

  /**
   * Inspects an instruction.
   *
   * @param before what the stack and the local variables hold before it
   * @throws EscapeException if it lets go of the receiver
   */
  void inspect(AbstractInsnNode instruction, Frame<BasicValue> before) throws EscapeException {
    switch (instruction.getOpcode()) {
      case Opcodes.GETFIELD -> field((FieldInsnNode) instruction, isReceiver(before, 0));
      case Opcodes.PUTFIELD -> {
        keepOff(before, "stored in a field");
        field((FieldInsnNode) instruction, isReceiver(before, 1));
      }
      case Opcodes.PUTSTATIC -> keepOff(before, "stored in a static field");
      case Opcodes.AASTORE -> keepOff(before, "stored in an array");
      case Opcodes.ARETURN -> keepOff(before, "returned");
      case Opcodes.ATHROW -> keepOff(before, "thrown");
      case Opcodes.INVOKEVIRTUAL,
          Opcodes.INVOKEINTERFACE,
          Opcodes.INVOKESPECIAL,
          Opcodes.INVOKESTATIC ->
          call((MethodInsnNode) instruction, before);
      case Opcodes.INVOKEDYNAMIC -> dynamicCall((InvokeDynamicInsnNode) instruction, before);
      default -> {
        // Nothing else can pass a reference on or look into the object behind it.
      }
    }
  }

  private void field(FieldInsnNode access, boolean ofReceiver) throws EscapeException {
    if (ofReceiver) {
      search.reach(hierarchy.field(access.owner, access.name, access.desc));
    }
  }

  private void keepOff(Frame<BasicValue> before, String use) throws EscapeException {
    if (isReceiver(before, 0)) {
      throw new EscapeException(use);
    }
  }

  private void call(MethodInsnNode call, Frame<BasicValue> before) throws EscapeException {
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    if (!isStatic) {
      parameters.add(0, Type.getObjectType(call.owner));
    }
    Set<Integer> slots = receiverSlots(parameters, before);
    if (slots.isEmpty() || call.owner.equals(GATE)) {
      return;
    }
    if (isStatic) {
      search.follow(hierarchy.ofStatic(call.owner, call.name, call.desc), slots);
    } else if (!slots.contains(0)) {
      throw new EscapeException("given to " + call.owner + "." + call.name);
    } else if (call.getOpcode() == Opcodes.INVOKESPECIAL) {
      ofReceiver(hierarchy.special(caller, call.owner, call.name, call.desc), call.name, slots);
    } else {
      ofReceiver(hierarchy.virtual(call.owner, call.name, call.desc), call.name, slots);
    }
  }

  /** A lambda or method reference keeps the receiver, and only its own code uses it. */
  private void dynamicCall(InvokeDynamicInsnNode call, Frame<BasicValue> before)
      throws EscapeException {
    List<Type> captured = List.of(Type.getArgumentTypes(call.desc));
    Set<Integer> slots = receiverSlots(captured, before);
    if (slots.isEmpty()) {
      return;
    }
    if (!call.bsm.getOwner().equals(LAMBDAS) || isSerializable(call)) {
      throw new EscapeException("given to " + call.bsm.getOwner());
    }
    Handle code = (Handle) call.bsmArgs[1];
    switch (code.getTag()) {
      case Opcodes.H_INVOKESTATIC ->
          search.follow(hierarchy.ofStatic(code.getOwner(), code.getName(), code.getDesc()), slots);
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKEINTERFACE -> {
        keepToReceiver(slots, code);
        ofReceiver(
            hierarchy.virtual(code.getOwner(), code.getName(), code.getDesc()),
            code.getName(),
            slots);
      }
      case Opcodes.H_INVOKESPECIAL -> {
        keepToReceiver(slots, code);
        ofReceiver(
            hierarchy.special(caller, code.getOwner(), code.getName(), code.getDesc()),
            code.getName(),
            slots);
      }
      default -> throw new EscapeException("given to " + code);
    }
  }

  private static void keepToReceiver(Set<Integer> slots, Handle code) throws EscapeException {
    if (!slots.contains(0)) {
      throw new EscapeException("given to " + code);
    }
  }

  private static boolean isSerializable(InvokeDynamicInsnNode call) {
    return call.bsm.getName().equals("altMetafactory")
        && ((Integer) call.bsmArgs[3] & SERIALIZABLE_LAMBDA) != 0;
  }

  /** Follows the methods that a call on the receiver may run; none means Object's own. */
  private void ofReceiver(List<Hierarchy.Declared> methods, String name, Set<Integer> slots)
      throws EscapeException {
    search.follow(methods, slots);
    if (methods.isEmpty() && name.equals("toString")) {
      search.follow(hierarchy.virtual("java/lang/Object", "hashCode", "()I"), Set.of(0));
    }
  }

  /** The local variables of a called method that will hold the receiver. */
  private static Set<Integer> receiverSlots(List<Type> parameters, Frame<BasicValue> before) {
    Set<Integer> slots = new HashSet<>();
    int slot = 0;
    for (int i = 0; i < parameters.size(); i++) {
      if (isReceiver(before, parameters.size() - 1 - i)) {
        slots.add(slot);
      }
      slot += parameters.get(i).getSize();
    }
    return slots;
  }

  /** Whether what lies so deep on the stack may be the receiver; 0 is the top. */
  private static boolean isReceiver(Frame<BasicValue> before, int depth) {
    return before.getStack(before.getStackSize() - 1 - depth).equals(ReceiverInterpreter.RECEIVER);
  }
}
