package dev.airlock.agent.weave;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells people what the weaver did, one line each on the process's standard error.
 *
 * <p>Not through {@code System.err}: the application may have replaced it by a stream whose code or
 * locks must not be met in the middle of class loading.
 */
final class Notices {
  private static final PrintStream STANDARD_ERROR =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private Notices() {}

  static void print(String text) {
    STANDARD_ERROR.println(text);
  }
}
