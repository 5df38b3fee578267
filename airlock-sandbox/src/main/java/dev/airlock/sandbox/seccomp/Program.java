package dev.airlock.sandbox.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** A classic BPF program under construction. Every jump is a skip over a few instructions. */
final class Program {
  /** Where the number of the call is in what the kernel shows to a filter. */
  static final int NUMBER_OFFSET = 0;

  /** Where the architecture is. */
  static final int ARCHITECTURE_OFFSET = 4;

  private static final int ARGUMENTS_OFFSET = 16;
  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_EQUAL = 0x15;
  private static final int JUMP_GREATER_OR_EQUAL = 0x35;
  private static final int AND = 0x54;
  private static final int RETURN = 0x06;
  private static final int INSTRUCTION_BYTES = 8;

  private final List<Instruction> instructions = new ArrayList<>();

  private record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  /** Where the lower half of an argument is, counted from 0, on a little-endian machine. */
  static int argumentOffset(int argument) {
    return ARGUMENTS_OFFSET + 8 * argument;
  }

  /** Loads a word. */
  Program load(int offset) {
    return add(LOAD_WORD, 0, 0, offset);
  }

  /** Keeps only these bits of what is loaded. */
  Program keep(int bits) {
    return add(AND, 0, 0, bits);
  }

  /** Ends the program with this result. */
  Program result(int result) {
    return add(RETURN, 0, 0, result);
  }

  /** Ends the program with this result if what is loaded equals a value. */
  Program resultIfEqual(int value, int result) {
    return add(JUMP_EQUAL, 0, 1, value).result(result);
  }

  /** Ends the program with this result if what is loaded differs from a value. */
  Program resultUnlessEqual(int value, int result) {
    return add(JUMP_EQUAL, 1, 0, value).result(result);
  }

  /** Ends the program with this result if what is loaded is, unsigned, a value or more. */
  Program resultIfAtLeast(int value, int result) {
    return add(JUMP_GREATER_OR_EQUAL, 0, 1, value).result(result);
  }

  /** Runs another program if what is loaded equals a value; that one has to end with a result. */
  Program ifEqual(int value, Program then) {
    add(JUMP_EQUAL, 0, then.instructions.size(), value);
    instructions.addAll(then.instructions);
    return this;
  }

  private Program add(int code, int ifTrue, int ifFalse, int operand) {
    instructions.add(new Instruction(code, ifTrue, ifFalse, operand));
    return this;
  }

  /** The program as the kernel reads it, an array of {@code struct sock_filter}. */
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(INSTRUCTION_BYTES * instructions.size());
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (Instruction instruction : instructions) {
      bytes.putShort((short) instruction.code);
      bytes.put((byte) instruction.ifTrue);
      bytes.put((byte) instruction.ifFalse);
      bytes.putInt(instruction.operand);
    }
    return bytes.array();
  }
}
