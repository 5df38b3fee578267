package dev.airlock.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A short program that has run to its end.
 *
 * @param status its exit status
 * @param output the beginning of what it wrote to standard output and error, at most 1 MiB
 */
public record Finished(int status, String output) {
  private static final int LONGEST_OUTPUT = 1 << 20;

  /**
   * Runs a trusted program of this machine with an empty standard input and the C locale. Blocks
   * until it ends.
   *
   * @param longest after which it is killed
   * @throws IOException if it could not be started or did not end in time
   * @throws InterruptedException if the thread was interrupted; the program is killed
   */
  public static Finished run(List<String> command, Duration longest)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    Process process = ImmortalThread.start(builder);
    try (InputStream in = process.getInputStream()) {
      return await(process, in, command, longest);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Finished await(
      Process process, InputStream in, List<String> command, Duration longest)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    StringBuilder output = new StringBuilder();
    while (!process.waitFor(2, TimeUnit.MILLISECONDS)) {
      take(in, output);
      if (System.nanoTime() - end > 0) {
        throw new IOException(
            String.join(" ", command) + " did not end within " + longest.toMillis() + " ms.");
      }
    }
    take(in, output);
    return new Finished(process.exitValue(), output.toString());
  }

  private static void take(InputStream in, StringBuilder output) throws IOException {
    for (int ready = in.available(); ready > 0; ready = in.available()) {
      String piece = new String(in.readNBytes(ready), StandardCharsets.UTF_8);
      output.append(piece, 0, Math.min(piece.length(), LONGEST_OUTPUT - output.length()));
    }
  }
}
