package dev.airlock.samples.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.samples.documents.generate.Document;
import dev.airlock.samples.documents.generate.Documents;
import dev.airlock.samples.report.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reads the useful documents in this JVM, which has no agent. The hostile ones are only made. */
class UsefulDocumentsTest {
  private static final int DEFAULT_MAX_PAYLOAD = 10 << 20;

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicTest> isReadRight() throws IOException {
    List<Document> written = Documents.readHandWritten(Path.of("documents", "useful"));
    List<Document> made = Documents.generate(directory);
    assertThat(written).isNotEmpty();
    return Stream.concat(written.stream(), made.stream())
        .filter(document -> !document.isHostile())
        .map(
            document ->
                DynamicTest.dynamicTest(
                    document.subject().name(),
                    () -> assertThat(read(document)).isEqualTo(document.subject().expected())));
  }

  @Test
  void theSameBytesAreMadeEachTime() throws IOException {
    List<Document> once = Documents.generate(directory.resolve("once"));
    List<Document> again = Documents.generate(directory.resolve("again"));

    assertThat(once).hasSameSizeAs(again);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).content()).isEqualTo(once.get(i).content());
    }
  }

  @Test
  void everyDocumentFitsIntoOneCall() throws IOException {
    for (Document document : Documents.generate(directory)) {
      assertThat(document.content().length)
          .as(document.subject().name())
          .isBetween(1, DEFAULT_MAX_PAYLOAD / 2);
    }
  }

  @Test
  void whatIsNoPdfIsRefusedWithAnIoException() {
    byte[] text = "not a PDF".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> new TextExtractor().extract(text)).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoImageIsRefusedWithAnIoException() {
    byte[] text = "not an image".getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> new Thumbnailer().thumbnail(text, 64))
        .isInstanceOf(IOException.class)
        .hasMessage("No reader knows this kind of image.");
  }

  @Test
  void pixelsThatDoNotFillAThumbnailAreRefused() {
    Thumbnail forged = new Thumbnail(64, 48, new int[7], new Origin(true, "namespaces"));

    assertThatThrownBy(forged::describe)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A thumbnail of 64 x 48 came with 7 pixels.");
  }

  private static String read(Document document) throws IOException {
    return document.isPdf()
        ? new TextExtractor().extract(document.content()).text().stripTrailing()
        : new Thumbnailer().thumbnail(document.content(), 64).describe();
  }
}
