package dev.airlock.agent.weave;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Makes methods throw instead of running their body, for classes that could not be woven.
 *
 * <p>Everything else of the class stays: its other methods, and the annotations and parameters of
 * the ones that throw. A native method loses its flag and gets the throwing body. Thread-safe.
 */
enum Poison {
  /** Throws what {@link dev.airlock.Gate#refuse} throws. */
  WITH_GATE {
    @Override
    int writeThrow(MethodVisitor code, String reason) {
      code.visitLdcInsn(reason);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "dev/airlock/Gate",
          "refuse",
          "(Ljava/lang/String;)Ldev/airlock/NotWovenException;",
          false);
      code.visitInsn(Opcodes.ATHROW);
      return 1;
    }
  },

  /** Throws an {@link IllegalStateException}, for a class that does not see our gate. */
  WITH_JDK_ALONE {
    @Override
    int writeThrow(MethodVisitor code, String reason) {
      code.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalStateException");
      code.visitInsn(Opcodes.DUP);
      code.visitLdcInsn(reason);
      code.visitMethodInsn(
          Opcodes.INVOKESPECIAL,
          "java/lang/IllegalStateException",
          "<init>",
          "(Ljava/lang/String;)V",
          false);
      code.visitInsn(Opcodes.ATHROW);
      return 3;
    }
  };

  /** A text constant holds 65,535 bytes, and a character takes at most three. */
  private static final int MAX_REASON = 20_000;

  /** Writes a throw without branches, so that no frames are needed; returns its stack size. */
  abstract int writeThrow(MethodVisitor code, String reason);

  /**
   * The class file with some of its methods throwing.
   *
   * @param classFile the class as it is
   * @param methods names with descriptors, none of them abstract
   * @param reason the exception's message
   * @throws RuntimeException if the class file cannot be read or written
   */
  byte[] apply(byte[] classFile, Set<String> methods, String reason) {
    String text = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    ClassVisitor replacer =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            boolean hit = methods.contains(name + descriptor);
            int flags = hit ? access & ~Opcodes.ACC_NATIVE : access;
            MethodVisitor next = super.visitMethod(flags, name, descriptor, signature, exceptions);
            return hit ? new PoisonedMethod(next, flags, descriptor, Poison.this, text) : next;
          }
        };
    reader.accept(replacer, 0);
    return writer.toByteArray();
  }
}
