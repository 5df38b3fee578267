package dev.airlock.agent.weave;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Class files that no JVM loads, for when nothing else keeps a body from running.
 *
 * <p>A transformer that throws leaves the class as it was; only bytes stop it. HotSpot puts an
 * illegal method name into its {@link ClassFormatError}, so the name of a method carries the
 * reason. The file also ends too early, which a JVM finds even where verification is off.
 */
final class UnloadableClass {
  /** HotSpot cuts the whole message at 1,024 bytes, and class names take some of them. */
  private static final int MAX_REASON = 800;

  /** Too short for a class. Not empty: the JVM takes an empty answer for none. */
  private static final byte[] TRUNCATED = {0};

  private UnloadableClass() {}

  /**
   * A class file whose loading fails with a reason.
   *
   * @param name the class's internal name
   * @param reason why, and what to do
   */
  static byte[] classFile(String name, String reason) {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE;
    writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", null);
    writer.visitMethod(
        Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, methodName(reason), "()V", null, null);
    writer.visitEnd();
    byte[] whole = writer.toByteArray();
    return Arrays.copyOf(whole, whole.length - 1);
  }

  /** The same without a reason and without allocation, for when there is no memory or stack. */
  static byte[] withoutReason() {
    return TRUNCATED;
  }

  /** A dot is what makes a name illegal, and the end of a sentence is one. */
  private static String methodName(String reason) {
    String text = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    return text.indexOf('.') < 0 ? text + '.' : text;
  }
}
