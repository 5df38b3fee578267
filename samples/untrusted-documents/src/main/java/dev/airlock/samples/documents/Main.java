package dev.airlock.samples.documents;

import dev.airlock.AirlockException;
import dev.airlock.AirlockRuntime;
import dev.airlock.NotWovenException;
import dev.airlock.samples.documents.generate.Document;
import dev.airlock.samples.documents.generate.Documents;
import dev.airlock.samples.report.Canaries;
import dev.airlock.samples.report.Observed;
import dev.airlock.samples.report.Progress;
import dev.airlock.samples.report.Summary;
import dev.airlock.samples.report.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts the text of PDFs and makes thumbnails of images, the useful ones first, and prints a
 * table of what came of it.
 *
 * <p>Ends with status 0 if all useful documents were read right and nothing escaped, with 1 if not,
 * and with 2 if nothing was run.
 */
public final class Main {
  private static final int THUMBNAIL_PIXELS = 64;

  private final TextExtractor extractor = new TextExtractor();
  private final Thumbnailer thumbnailer = new Thumbnailer();

  private Main() {}

  /**
   * The program.
   *
   * @param args the directory that holds {@code useful} and {@code hostile} PDFs, and one for the
   *     documents that are made
   * @throws Exception if a document cannot be made or a canary cannot be set
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println(
          "usage: java -javaagent:airlock-agent.jar ... Main <documents> <directory to fill>");
      System.exit(2);
    }
    try {
      AirlockRuntime.verify(TextExtractor.class, Thumbnailer.class);
    } catch (NotWovenException e) {
      System.err.println("untrusted-documents: " + e.getMessage());
      System.exit(2);
    }
    List<Document> documents = new ArrayList<>();
    documents.addAll(Documents.readHandWritten(Path.of(args[0], "useful")));
    documents.addAll(Documents.readHandWritten(Path.of(args[0], "hostile")));
    documents.addAll(Documents.generate(Path.of(args[1])));
    Summary summary = new Main().run(documents);
    System.out.println("untrusted-documents: " + summary.line());
    System.exit(summary.isGood() ? 0 : 1);
  }

  private Summary run(List<Document> documents) throws IOException {
    warmUp(documents.get(0));
    Progress progress = new Progress(System.err, Boolean.getBoolean("demo.terminal"));
    try (Canaries canaries = Canaries.setFor(Main.class)) {
      Trials trials =
          new Trials(
              System.out,
              progress,
              canaries,
              () -> TextExtractor.bodiesRun() + Thumbnailer.bodiesRun());
      documents.stream().filter(d -> !d.isHostile()).forEach(d -> runOne(trials, d));
      if (trials.summary().sandboxed() < trials.summary().inputs()) {
        System.err.println(
            "A useful document ran in no sandbox, so the hostile ones are left out.");
        return trials.summary();
      }
      documents.stream().filter(Document::isHostile).forEach(d -> runOne(trials, d));
      // The host still works after all that.
      documents.stream().filter(d -> !d.isHostile()).limit(1).forEach(d -> runOne(trials, d));
      return trials.summary();
    }
  }

  /**
   * Makes one call that nobody judges. What a process pays for once is no document's time: guests
   * have to boot, and the class path is looked through for what they need.
   */
  private void warmUp(Document document) throws IOException {
    try {
      extractor.extract(document.content());
    } catch (AirlockException e) {
      // The first document will meet the same, and its row says what it is.
    }
  }

  private void runOne(Trials trials, Document document) {
    trials.run(
        document.subject(),
        () -> {
          if (document.isPdf()) {
            Extraction extraction = extractor.extract(document.content());
            return new Observed(extraction.text(), extraction.origin());
          }
          Thumbnail thumbnail = thumbnailer.thumbnail(document.content(), THUMBNAIL_PIXELS);
          return new Observed(thumbnail.describe(), thumbnail.origin());
        });
  }
}
