package dev.airlock.samples.documents.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PDFs with known text. */
final class UsefulPdfs {
  private static final int REPORT_PAGES = 20;
  private static final int REPORT_LINES = 30;

  private UsefulPdfs() {}

  static List<Document> all() {
    return List.of(accents(), letter(), report());
  }

  static byte[] reportFile() {
    List<byte[]> pages = new ArrayList<>();
    for (int page = 1; page <= REPORT_PAGES; page++) {
      pages.add(Deflate.compress(content(reportLines(page))));
    }
    return PdfFile.ofPages("/Filter /FlateDecode", pages);
  }

  private static Document report() {
    List<String> lines = new ArrayList<>();
    for (int page = 1; page <= REPORT_PAGES; page++) {
      lines.addAll(reportLines(page));
    }
    return Document.useful(
        "report.pdf", "20 compressed pages", String.join("\n", lines), reportFile());
  }

  private static Document letter() {
    List<String> lines =
        List.of("Dear reader,", "this letter has (round) and \\ odd characters.", "Yours, Ada");
    return Document.useful(
        "letter.pdf",
        "escapes in strings",
        String.join("\n", lines),
        PdfFile.ofPages("", List.of(content(lines))));
  }

  private static Document accents() {
    List<String> lines =
        List.of("Caf\u00e9 M\u00fcnster, \u00c5re, Cura\u00e7ao", "\u00a34 and \u00bd");
    return Document.useful(
        "accents.pdf",
        "letters beyond ASCII",
        String.join("\n", lines),
        PdfFile.ofPages("", List.of(content(lines))));
  }

  private static List<String> reportLines(int page) {
    List<String> lines = new ArrayList<>();
    for (int line = 1; line <= REPORT_LINES; line++) {
      int reading = (page * 7919 + line * 104729) % 1000;
      lines.add("Page " + page + ", station " + line + " measured " + reading + " millimetres.");
    }
    return lines;
  }

  /** A content stream that writes lines of text one below the other. */
  private static byte[] content(List<String> lines) {
    StringBuilder content = new StringBuilder("BT /F1 12 Tf 20 TL 72 770 Td\n");
    for (String line : lines) {
      String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
      content.append('(').append(escaped).append(") Tj T*\n");
    }
    return content.append("ET").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
