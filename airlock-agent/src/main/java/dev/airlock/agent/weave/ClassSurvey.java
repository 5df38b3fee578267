package dev.airlock.agent.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a class file: names, flags and annotations. Read from the bytes, so no class is
 * loaded to find out. Immutable.
 *
 * @param name the internal name, as in {@code org/example/Parser}
 * @param access its flags
 * @param parents internal names of the superclass and of the interfaces, in this order
 * @param mark the annotation on the type
 * @param methods all methods, constructors and initialisers included
 */
record ClassSurvey(String name, int access, List<String> parents, Mark mark, List<Method> methods) {
  private static final int API = Opcodes.ASM9;
  private static final String ANNOTATION = "Ldev/airlock/Airlock;";

  /** One method and its own annotation. */
  record Method(String name, String descriptor, int access, Mark mark) {
    String key() {
      return name + descriptor;
    }

    boolean is(int flags) {
      return (access & flags) != 0;
    }
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException if it is malformed or of a version that is not known yet
   */
  static ClassSurvey of(byte[] classFile) {
    Surveyor surveyor = new Surveyor();
    new ClassReader(classFile)
        .accept(surveyor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ClassSurvey(
        surveyor.name,
        surveyor.access,
        List.copyOf(surveyor.parents),
        surveyor.mark,
        List.copyOf(surveyor.methods));
  }

  boolean is(int flags) {
    return (access & flags) != 0;
  }

  /** The name as people write it. */
  String displayName() {
    return name.replace('/', '.');
  }

  private static final class Surveyor extends ClassVisitor {
    private String name = "";
    private int access;
    private final List<String> parents = new ArrayList<>();
    private Mark mark = Mark.NONE;
    private final List<Method> methods = new ArrayList<>();

    Surveyor() {
      super(API);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String internalName,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      name = internalName;
      access = flags;
      if (superName != null) {
        parents.add(superName);
      }
      if (interfaces != null) {
        parents.addAll(List.of(interfaces));
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return reader(descriptor, found -> mark = found);
    }

    @Override
    public MethodVisitor visitMethod(
        int flags,
        String methodName,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(API) {
        private Mark found = Mark.NONE;

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
          return reader(type, value -> found = value);
        }

        @Override
        public void visitEnd() {
          methods.add(new Method(methodName, descriptor, flags, found));
        }
      };
    }

    private static @Nullable AnnotationVisitor reader(String descriptor, Consumer<Mark> into) {
      if (!descriptor.equals(ANNOTATION)) {
        return null;
      }
      into.accept(Mark.SANDBOX);
      return new AnnotationVisitor(API) {
        @Override
        public void visit(String element, Object value) {
          if (element.equals("sandbox") && value.equals(false)) {
            into.accept(Mark.HOST);
          }
        }
      };
    }
  }
}
