package dev.airlock.runtime.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that were compiled in memory, to be loaded on a host and again in a guest. */
final class CompiledBeans {
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();

  private CompiledBeans() {}

  static CompiledBeans of(String source) {
    CompiledBeans compiled = new CompiledBeans();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileManager manager =
        compiled.new Manager(compiler.getStandardFileManager(null, null, null));
    boolean done =
        compiler
            .getTask(null, manager, null, List.of("-proc:none", "-nowarn"), null, source(source))
            .call();
    if (!done) {
      throw new AssertionError(source);
    }
    return compiled;
  }

  /** A loader that defines each of the classes anew. */
  ClassLoader load() {
    return new ClassLoader(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream file = files.get(name);
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, file.toByteArray(), 0, file.size());
      }
    };
  }

  /** The class file of one of the classes, or null. */
  InputStream open(Class<?> type) {
    ByteArrayOutputStream file = files.get(type.getName());
    return file == null ? null : new ByteArrayInputStream(file.toByteArray());
  }

  private static List<JavaFileObject> source(String text) {
    return List.of(
        new SimpleJavaFileObject(URI.create("mem:///Bean.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
  }

  private final class Manager extends ForwardingJavaFileManager<JavaFileManager> {
    Manager(JavaFileManager other) {
      super(other);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          files.put(name, file);
          return file;
        }
      };
    }
  }
}
