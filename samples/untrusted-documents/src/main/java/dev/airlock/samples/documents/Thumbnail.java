package dev.airlock.samples.documents;

import dev.airlock.samples.report.Origin;
import java.util.Locale;

/**
 * A small picture as plain pixels: nothing that the host would have to parse again.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels row by row, each {@code 0xRRGGBB}
 * @param origin where it was made
 */
// Pixels are an array because nobody compares thumbnails, and a list would take ten times as much.
@SuppressWarnings("ArrayRecordComponent")
public record Thumbnail(int width, int height, int[] pixels, Origin origin) {
  /**
   * Its size and the colours in the middle of its four quarters, four bits for each of red, green
   * and blue.
   *
   * @throws IllegalStateException if the pixels do not fill the size: a sandbox may send anything
   */
  public String describe() {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalStateException(
          "A thumbnail of " + width + " x " + height + " came with " + pixels.length + " pixels.");
    }
    return String.format(
        Locale.ROOT,
        "%dx%d %s %s %s %s",
        width,
        height,
        colour(width / 4, height / 4),
        colour(width * 3 / 4, height / 4),
        colour(width / 4, height * 3 / 4),
        colour(width * 3 / 4, height * 3 / 4));
  }

  private String colour(int x, int y) {
    int rgb = pixels[y * width + x];
    int fourBits = ((rgb >> 12) & 0xf00) | ((rgb >> 8) & 0xf0) | ((rgb >> 4) & 0xf);
    return String.format(Locale.ROOT, "%03x", fourBits);
  }
}
