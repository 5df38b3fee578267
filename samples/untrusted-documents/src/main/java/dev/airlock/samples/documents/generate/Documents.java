package dev.airlock.samples.documents.generate;

import dev.airlock.samples.report.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All documents of the sample, the useful ones first. */
public final class Documents {
  private Documents() {}

  /**
   * Makes the documents that are made and writes them to a directory, where people can look at
   * them. The same bytes each time.
   *
   * @param directory where to; made if it is not there
   * @return the documents
   * @throws IOException if one cannot be written
   */
  public static List<Document> generate(Path directory) throws IOException {
    List<Document> documents = new ArrayList<>();
    documents.addAll(UsefulPdfs.all());
    documents.addAll(UsefulImages.all());
    documents.addAll(HostilePdfs.all());
    documents.addAll(HostileImages.all());
    Files.createDirectories(directory);
    for (Document document : documents) {
      Files.write(directory.resolve(document.subject().name()), document.content());
    }
    return documents;
  }

  /**
   * Reads PDFs that were written by hand. Comments in them say {@code % tries: ...}, and in useful
   * ones {@code % expect: ...} for each line of their text.
   *
   * @param directory where they are
   * @return the documents in the order of their names
   * @throws IOException if one cannot be read
   */
  public static List<Document> readHandWritten(Path directory) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (var paths = Files.list(directory)) {
      for (Path file : paths.filter(path -> path.toString().endsWith(".pdf")).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        String expected = comment(content, "expect");
        String tries = comment(content, "tries");
        Subject subject =
            expected.isEmpty()
                ? Subject.hostile(name, tries, null)
                : Subject.useful(name, tries, expected);
        documents.add(new Document(subject, content));
      }
    }
    return documents;
  }

  private static String comment(byte[] content, String key) {
    String prefix = "% " + key + ": ";
    return new String(content, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .collect(Collectors.joining("\n"));
  }
}
