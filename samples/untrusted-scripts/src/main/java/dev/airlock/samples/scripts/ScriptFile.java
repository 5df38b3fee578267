package dev.airlock.samples.scripts;

import dev.airlock.samples.report.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A script with what the comments at its top say about it.
 *
 * <ul>
 *   <li>{@code // tries: ...} what it does, in a few words
 *   <li>{@code // input: ...} the file beside the scripts whose text it gets as {@code input}
 *   <li>{@code // expect: ...} a line of the right answer; makes the script a useful one
 *   <li>{@code // breach: ...} text that it gives back only if it got what it wanted
 * </ul>
 *
 * @param subject its name and what is expected of it
 * @param source the whole script
 * @param input the text of its input; empty if it has none
 */
record ScriptFile(Subject subject, String source, String input) {
  /** The scripts of a directory in the order of their names. */
  static List<ScriptFile> readAll(Path directory) throws IOException {
    List<Path> files;
    try (var paths = Files.list(directory)) {
      files = paths.filter(path -> path.toString().endsWith(".groovy")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IOException("There is no script (*.groovy) in " + directory.toAbsolutePath());
    }
    List<ScriptFile> scripts = new ArrayList<>();
    for (Path file : files) {
      scripts.add(read(file));
    }
    return scripts;
  }

  private static ScriptFile read(Path file) throws IOException {
    String source = Files.readString(file);
    String tries = header(source, "tries");
    if (tries == null) {
      throw new IOException(file + " does not say what it does: add a comment '// tries: ...'.");
    }
    String name = file.getFileName().toString().replaceFirst("\\.groovy$", "");
    String expected = header(source, "expect");
    Subject subject =
        expected == null
            ? Subject.hostile(name, tries, header(source, "breach"))
            : Subject.useful(name, tries, expected);
    String input = header(source, "input");
    return new ScriptFile(
        subject,
        source,
        input == null ? "" : Files.readString(file.resolveSibling("../inputs").resolve(input)));
  }

  /** The lines that a header gives, or null if it is not there. */
  private static @Nullable String header(String source, String key) {
    String prefix = "// " + key + ": ";
    String lines =
        source
            .lines()
            .filter(line -> line.startsWith(prefix))
            .map(line -> line.substring(prefix.length()))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? null : lines;
  }
}
