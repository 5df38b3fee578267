package dev.airlock.samples.documents;

import dev.airlock.Airlock;
import dev.airlock.samples.report.Origin;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Makes thumbnails of images, with ImageIO. */
public final class Thumbnailer {
  private static final AtomicInteger BODIES_RUN = new AtomicInteger();

  /**
   * Makes a thumbnail of one image.
   *
   * @param image the whole file
   * @param longestSide the longer side of the thumbnail, in pixels
   * @return the thumbnail
   * @throws IOException if it is not an image that can be read
   */
  @Airlock(timeout = "5s", sandboxRequired = true)
  public Thumbnail thumbnail(byte[] image, int longestSide) throws IOException {
    BODIES_RUN.incrementAndGet();
    Origin origin = Origin.here();
    ImageIO.setUseCache(false);
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(image));
    if (full == null) {
      throw new IOException("No reader knows this kind of image.");
    }
    double scale = (double) longestSide / Math.max(full.getWidth(), full.getHeight());
    int width = Math.max(1, (int) Math.round(full.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(full.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(full, 0, 0, width, height, null);
    graphics.dispose();
    int[] pixels = small.getRGB(0, 0, width, height, null, 0, width);
    return new Thumbnail(width, height, pixels, origin);
  }

  /** How often the body of {@link #thumbnail} has run in this JVM. */
  static int bodiesRun() {
    return BODIES_RUN.get();
  }
}
