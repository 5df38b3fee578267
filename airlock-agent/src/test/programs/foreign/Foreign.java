package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockRuntime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Uses classes that exist in this JVM's memory alone. */
public final class Foreign {
  private Foreign() {}

  /**
   * Begins.
   *
   * @param arguments the class file to define
   */
  public static void main(String[] arguments) throws Exception {
    byte[] classFile = Files.readAllBytes(Path.of(arguments[0]));
    Class<?> ghost = new InMemory().define(classFile);
    Object instance = ghost.getDeclaredConstructor().newInstance();
    Show.line("as an argument", () -> take(instance));
    Show.line("as a class argument", () -> take(ghost));
    Show.line("woven method of it", () -> invoke(ghost.getMethod("work"), instance));
    Show.line("as a callable", () -> AirlockRuntime.call((Callable<?>) instance));
    Show.line("called by a body", () -> named("org.example.Gone"));
    Show.hostBodies();
  }

  private static Object invoke(Method method, Object receiver) throws Throwable {
    try {
      return method.invoke(receiver);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Airlock
  static String take(Object value) {
    Show.body();
    return "TAKEN";
  }

  @Airlock
  static String named(String name) {
    Show.body();
    return new Gone().toString();
  }

  private static final class InMemory extends ClassLoader {
    InMemory() {
      super(Foreign.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }
}

/** Its class file is taken away before the program starts. */
class Gone {}
