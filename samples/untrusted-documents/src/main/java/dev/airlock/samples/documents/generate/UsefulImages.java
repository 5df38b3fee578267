package dev.airlock.samples.documents.generate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Images of four coloured quarters. The colours are far enough apart to survive compression. */
final class UsefulImages {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int[] QUARTERS = {0xe82828, 0x28e828, 0x2828e8, 0xe8e828};

  private UsefulImages() {}

  static List<Document> all() throws IOException {
    List<Document> images = new ArrayList<>();
    for (String format : List.of("png", "jpg", "gif", "bmp", "tiff")) {
      images.add(
          Document.useful(
              "quarters." + format, "640 x 480 pixels", "64x48 e22 2e2 22e ee2", encode(format)));
    }
    return images;
  }

  static byte[] encode(String format) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, QUARTERS[(y * 2 / HEIGHT) * 2 + x * 2 / WIDTH]);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("This JDK cannot write " + format + " images.");
    }
    return out.toByteArray();
  }
}
