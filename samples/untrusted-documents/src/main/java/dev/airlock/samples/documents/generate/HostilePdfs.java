package dev.airlock.samples.documents.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** PDFs that are broken, or built to exhaust who reads them. */
final class HostilePdfs {
  private HostilePdfs() {}

  static List<Document> all() {
    byte[] report = UsefulPdfs.reportFile();
    return List.of(
        Document.hostile("truncated.pdf", "end in the middle", cut(report)),
        Document.hostile("noise.pdf", "be noise after the header", noise()),
        Document.hostile("flipped-bits.pdf", "be damaged all over", damaged(report)),
        Document.hostile("flate-bomb.pdf", "decompress to 3 GiB", flateBomb()),
        Document.hostile("state-bomb.pdf", "push 250 million states", stateBomb()),
        Document.hostile("predictor-bomb.pdf", "have rows of a billion pixels", predictorBomb()),
        Document.hostile("nested-arrays.pdf", "nest arrays 500000 deep", nestedArrays()),
        Document.hostile("nested-pages.pdf", "nest pages 20000 deep", nestedPages()),
        Document.hostile("lying-length.pdf", "announce 2 GiB of content", lyingLength()));
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length * 2 / 5);
  }

  private static byte[] noise() {
    byte[] bytes = new byte[50_000];
    new Random(20).nextBytes(bytes);
    byte[] header = ascii("%PDF-1.7\n");
    System.arraycopy(header, 0, bytes, 0, header.length);
    return bytes;
  }

  private static byte[] damaged(byte[] file) {
    byte[] bytes = file.clone();
    Random random = new Random(21);
    for (int i = 0; i < bytes.length / 100; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] flateBomb() {
    return PdfFile.ofPages("/Filter /FlateDecode", List.of(Deflate.bomb(ascii(" "), 3072)));
  }

  private static byte[] stateBomb() {
    return PdfFile.ofPages("/Filter /FlateDecode", List.of(Deflate.bomb(ascii("q "), 500)));
  }

  private static byte[] predictorBomb() {
    String entries =
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 8"
            + " /Columns 1000000000 >>";
    return PdfFile.ofPages(entries, List.of(Deflate.compress(ascii("BT ET"))));
  }

  private static byte[] nestedArrays() {
    PdfFile file = new PdfFile();
    file.object("<< /Type /Catalog /Pages 2 0 R >>");
    file.object("<< /Type /Pages /Count 1 /Kids " + "[".repeat(500_000) + " >>");
    return file.finish();
  }

  private static byte[] nestedPages() {
    int depth = 20_000;
    PdfFile file = new PdfFile();
    file.object("<< /Type /Catalog /Pages 2 0 R >>");
    for (int number = 2; number < depth; number++) {
      file.object(
          "<< /Type /Pages /Count 1 /Parent "
              + (number - 1)
              + " 0 R /Kids ["
              + (number + 1)
              + " 0 R] >>");
    }
    file.object("<< /Type /Page /MediaBox [0 0 9 9] >>");
    return file.finish();
  }

  private static byte[] lyingLength() {
    return PdfFile.ofPages("/Length 2147483647", List.of(ascii("BT ET")));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
