package dev.airlock.runtime.capture;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The classes that a class file names, by binary name.
 *
 * @param created those that its code makes instances of
 * @param mentioned all of them, without arrays
 */
record ClassMentions(Set<String> created, Set<String> mentioned) {
  static final ClassMentions NONE = new ClassMentions(Set.of(), Set.of());

  private static final int CLASS_ENTRY = 7;

  /** The mentions in a class file. */
  static ClassMentions in(ClassReader reader) {
    Set<String> created = new LinkedHashSet<>();
    reader.accept(new CreationVisitor(created), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassMentions(created, classEntries(reader));
  }

  /** Every class that code can use has an entry in the constant pool. */
  private static Set<String> classEntries(ClassReader reader) {
    Set<String> names = new LinkedHashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      // The second half of a long or double has no offset.
      if (offset > 0 && reader.readByte(offset - 1) == CLASS_ENTRY) {
        String name = reader.readUTF8(offset, buffer);
        if (name != null && !name.startsWith("[")) {
          names.add(name.replace('/', '.'));
        }
      }
    }
    return names;
  }

  private static final class CreationVisitor extends ClassVisitor {
    private final Set<String> created;

    CreationVisitor(Set<String> created) {
      super(Opcodes.ASM9);
      this.created = created;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitTypeInsn(int opcode, String type) {
          if (opcode == Opcodes.NEW) {
            created.add(Type.getObjectType(type).getClassName());
          }
        }

        @Override
        public void visitInvokeDynamicInsn(
            String lambda, String lambdaType, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle code && code.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
              created.add(Type.getObjectType(code.getOwner()).getClassName());
            }
          }
        }
      };
    }
  }
}
