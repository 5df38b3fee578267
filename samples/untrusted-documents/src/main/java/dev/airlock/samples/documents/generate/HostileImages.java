package dev.airlock.samples.documents.generate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Images that are broken, or built to exhaust who reads them. */
final class HostileImages {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] ZERO = {0};

  private HostileImages() {}

  static List<Document> all() throws IOException {
    byte[] jpeg = UsefulImages.encode("jpg");
    return List.of(
        Document.hostile("truncated.jpg", "end in the middle", Arrays.copyOf(jpeg, 2000)),
        Document.hostile("noise.jpg", "be noise after the header", noise(jpeg)),
        Document.hostile("unknown.svg", "be of an unknown kind", ascii("<svg/>")),
        Document.hostile("huge-header.png", "announce 65500 x 65500", png(65500, emptyRows())),
        Document.hostile("pixel-bomb.png", "hold 20000 x 20000 pixels", pixelBomb()),
        Document.hostile("huge-screen.gif", "have a screen of 46000 x 46000", hugeGif()),
        Document.hostile("huge.bmp", "announce 26000 x 26000", hugeBmp()),
        Document.hostile("looping.tiff", "point back to its beginning", loopingTiff()));
  }

  private static byte[] noise(byte[] jpeg) {
    byte[] bytes = jpeg.clone();
    Random random = new Random(22);
    for (int i = 700; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] emptyRows() {
    return Deflate.compress(new byte[100]);
  }

  private static byte[] pixelBomb() throws IOException {
    return png(20_000, Deflate.bomb(ZERO, 1145));
  }

  private static byte[] png(int side, byte[] rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(PNG_SIGNATURE);
    file.writeBytes(pngHeader(side));
    file.writeBytes(chunk("IDAT", rows));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  /** The header of a square image of eight-bit red, green and blue. */
  private static byte[] pngHeader(int side) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeInt(side);
    data.writeInt(side);
    data.write(new byte[] {8, 2, 0, 0, 0});
    return chunk("IHDR", header.toByteArray());
  }

  private static byte[] chunk(String type, byte[] content) throws IOException {
    byte[] name = ascii(type);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(chunk);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) sum.getValue());
    return chunk.toByteArray();
  }

  private static byte[] hugeGif() {
    return hex(
        "474946383961 b0b3 b0b3 80 00 00 000000 ffffff", // screen and two colours
        "2c 0000 0000 b0b3 b0b3 00", // one frame of the same size
        "02 02 4c01 00 3b"); // almost no data
  }

  private static byte[] hugeBmp() {
    return hex(
        "424d 36000000 00000000 36000000", // file header
        "28000000 90650000 90650000 0100 1800", // 26000 x 26000, 24 bits
        "00000000 00000000 130b0000 130b0000 00000000 00000000",
        "ff0000 00ff00");
  }

  private static byte[] loopingTiff() {
    return hex(
        "49492a00 08000000", // little-endian, the first directory is at 8
        "0700", // seven entries
        "0001 0400 01000000 409c0000", // width 40000
        "0101 0400 01000000 409c0000", // height 40000
        "0201 0300 01000000 08000000", // eight bits a pixel
        "0301 0300 01000000 01000000", // not compressed
        "0601 0300 01000000 01000000", // black is 0
        "1101 0400 01000000 08000000", // its pixels are this directory
        "1701 0400 01000000 ffffffff", // and 4 GiB long
        "08000000"); // the next directory is this one
  }

  private static byte[] hex(String... digits) {
    return HexFormat.of().parseHex(String.join("", digits).replace(" ", ""));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
