package dev.airlock.samples.documents.generate;

import dev.airlock.samples.report.Subject;

/**
 * A file of the sample.
 *
 * @param subject its file name and what is expected of it
 * @param content the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares documents.
public record Document(Subject subject, byte[] content) {
  static Document useful(String name, String tries, String expected, byte[] content) {
    return new Document(Subject.useful(name, tries, expected), content);
  }

  static Document hostile(String name, String tries, byte[] content) {
    return new Document(Subject.hostile(name, tries, null), content);
  }

  /** Whether it is to be read as a PDF; else as an image. */
  public boolean isPdf() {
    return subject.name().endsWith(".pdf");
  }

  /** Whether it is built to do harm. */
  public boolean isHostile() {
    return subject.expected() == null;
  }
}
