package dev.airlock.runtime.capture;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Tells apart, for each place in a method, what may be the receiver and what is not. */
final class ReceiverInterpreter extends BasicInterpreter {
  /** What may be the receiver. Its type is a name that no class has, so it equals nothing else. */
  static final BasicValue RECEIVER = new BasicValue(Type.getObjectType("<receiver>"));

  private final Set<Integer> receiverSlots;

  /**
   * An interpreter.
   *
   * @param receiverSlots the local variables that hold the receiver when the method begins
   */
  ReceiverInterpreter(Set<Integer> receiverSlots) {
    super(Opcodes.ASM9);
    this.receiverSlots = receiverSlots;
  }

  @Override
  public BasicValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
    return receiverSlots.contains(local)
        ? RECEIVER
        : super.newParameterValue(isInstanceMethod, local, type);
  }

  @Override
  public BasicValue unaryOperation(AbstractInsnNode instruction, BasicValue value)
      throws AnalyzerException {
    return instruction.getOpcode() == Opcodes.CHECKCAST && value.equals(RECEIVER)
        ? RECEIVER
        : super.unaryOperation(instruction, value);
  }

  @Override
  public BasicValue merge(BasicValue one, BasicValue other) {
    return one.equals(RECEIVER) || other.equals(RECEIVER) ? RECEIVER : super.merge(one, other);
  }
}
