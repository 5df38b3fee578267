package dev.airlock.samples.documents;

import dev.airlock.Airlock;
import dev.airlock.samples.report.Origin;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of PDFs, with PDFBox. */
public final class TextExtractor {
  private static final AtomicInteger BODIES_RUN = new AtomicInteger();

  /**
   * Reads the text of one PDF.
   *
   * @param pdf the whole file
   * @return its text
   * @throws IOException if it is not a PDF that can be read
   */
  @Airlock(timeout = "5s", sandboxRequired = true)
  public Extraction extract(byte[] pdf) throws IOException {
    BODIES_RUN.incrementAndGet();
    Origin origin = Origin.here();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      return new Extraction(text, document.getNumberOfPages(), origin);
    }
  }

  /** How often the body of {@link #extract} has run in this JVM. */
  static int bodiesRun() {
    return BODIES_RUN.get();
  }
}
