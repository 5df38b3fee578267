package dev.airlock.agent.weave;

import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.TypePath;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what stands around a method's body and drops the body: instructions reach no one,
 * because this visitor has no next one, and the throw is written at the end.
 */
final class PoisonedMethod extends MethodVisitor {
  private final MethodVisitor out;
  private final int locals;
  private final Poison poison;
  private final String reason;

  PoisonedMethod(MethodVisitor out, int access, String descriptor, Poison poison, String reason) {
    super(Opcodes.ASM9);
    this.out = out;
    this.poison = poison;
    this.reason = reason;
    // The size counts a receiver, which a static method does not have.
    int size = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
    this.locals = (access & Opcodes.ACC_STATIC) == 0 ? size : size - 1;
  }

  @Override
  public void visitEnd() {
    out.visitCode();
    int stack = poison.writeThrow(out, reason);
    out.visitMaxs(stack, locals);
    out.visitEnd();
  }

  @Override
  public void visitParameter(@Nullable String name, int access) {
    out.visitParameter(name, access);
  }

  @Override
  public AnnotationVisitor visitAnnotationDefault() {
    return out.visitAnnotationDefault();
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return out.visitAnnotation(descriptor, visible);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeRef, @Nullable TypePath typePath, String descriptor, boolean visible) {
    return out.visitTypeAnnotation(typeRef, typePath, descriptor, visible);
  }

  @Override
  public void visitAnnotableParameterCount(int count, boolean visible) {
    out.visitAnnotableParameterCount(count, visible);
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    return out.visitParameterAnnotation(parameter, descriptor, visible);
  }

  @Override
  public void visitAttribute(Attribute attribute) {
    out.visitAttribute(attribute);
  }
}
