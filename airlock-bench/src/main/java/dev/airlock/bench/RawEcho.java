package dev.airlock.bench;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A JVM that sends back what it gets: the least that a call to another JVM can cost. */
final class RawEcho implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Process process;
  private final InputStream in;
  private final OutputStream out;

  RawEcho() throws IOException {
    String java = System.getProperty("java.home") + "/bin/java";
    process =
        new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RawEcho.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    in = process.getInputStream();
    out = process.getOutputStream();
  }

  /** Copies its input to its output, a piece at a time. */
  public static void main(String[] args) throws IOException {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
      out.write(buffer, 0, got);
    }
  }

  /** Sends some bytes and waits until all of them are back. */
  void roundTrip(byte[] bytes) throws IOException {
    int read = 0;
    for (int sent = 0; sent < bytes.length; ) {
      int piece = Math.min(BUFFER_BYTES, bytes.length - sent);
      out.write(bytes, sent, piece);
      out.flush();
      sent += piece;
      read += in.readNBytes(bytes, read, sent - read);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
