package dev.airlock.samples.documents.generate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts a PDF together object by object, without asking whether it makes sense. Text is ISO 8859-1.
 */
final class PdfFile {
  /** A font for which no file is needed. */
  private static final String FONT =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  PdfFile() {
    append("%PDF-1.7\n");
  }

  /** A document whose pages have these content streams, all with the same dictionary entries. */
  static byte[] ofPages(String streamEntries, List<byte[]> contents) {
    PdfFile file = new PdfFile();
    file.object("<< /Type /Catalog /Pages 2 0 R >>");
    StringBuilder kids = new StringBuilder();
    for (int page = 0; page < contents.size(); page++) {
      kids.append(4 + 2 * page).append(" 0 R ");
    }
    file.object("<< /Type /Pages /Count " + contents.size() + " /Kids [" + kids + "] >>");
    file.object(FONT);
    for (int page = 0; page < contents.size(); page++) {
      file.object(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
              + " /Resources << /Font << /F1 3 0 R >> >> /Contents "
              + (5 + 2 * page)
              + " 0 R >>");
      file.stream(streamEntries, contents.get(page));
    }
    return file.finish();
  }

  /** Adds an object. The first one has the number 1 and has to be the catalogue. */
  void object(String body) {
    begin();
    append(body + "\nendobj\n");
  }

  /** Adds a stream; its length is added to the entries of its dictionary unless they name one. */
  void stream(String entries, byte[] data) {
    begin();
    String length = entries.contains("/Length") ? "" : " /Length " + data.length;
    append("<< " + entries + length + " >>\nstream\n");
    bytes.writeBytes(data);
    append("\nendstream\nendobj\n");
  }

  /** Ends the file with its table of offsets. */
  byte[] finish() {
    int table = bytes.size();
    append("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
    for (int offset : offsets) {
      append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
    }
    append(
        "trailer\n<< /Size "
            + (offsets.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    return bytes.toByteArray();
  }

  private void begin() {
    offsets.add(bytes.size());
    append(offsets.size() + " 0 obj\n");
  }

  private void append(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
