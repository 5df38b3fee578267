package dev.airlock.sandbox.door;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Classes that a test compiles itself, so that no class path of the test has them. */
public final class SampleCode {
  private final Path workspace;
  private int made;

  /** Makes everything in a directory. */
  public SampleCode(Path workspace) {
    this.workspace = workspace;
  }

  /** A directory with compiled sources; each begins with its package and declares one class. */
  public Path classes(String... sources) throws IOException {
    Path source = Files.createDirectory(workspace.resolve("source" + made));
    Path target = Files.createDirectory(workspace.resolve("classes" + made++));
    List<String> arguments =
        new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", target.toString()));
    for (String text : sources) {
      String name = text.replaceFirst("(?s).*?(?:class|interface|record) (\\w+).*", "$1");
      Path file = source.resolve(name + ".java");
      Files.writeString(file, text);
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalArgumentException("A sample does not compile.");
    }
    return target;
  }

  /** A jar of a directory and further entries. */
  public Path jar(Path directory, Map<String, byte[]> more) throws IOException {
    return jar(directory, more, new Manifest());
  }

  /** A jar of a directory and further entries, with a manifest. */
  public Path jar(Path directory, Map<String, byte[]> more, Manifest manifest) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(more);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(directory.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    Path jar = workspace.resolve("library" + made++ + ".jar");
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream archive = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        archive.putNextEntry(new JarEntry(entry.getKey()));
        archive.write(entry.getValue());
      }
    }
    return jar;
  }

  /** The bytes of a text. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
