package dev.airlock.runtime.gate;

import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.sandbox.text.HostileText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The last line around a reader: whatever hostile bytes provoke, in the tokeniser too, ends as one
 * exception.
 */
final class PayloadGuard {
  private static final int LONGEST_QUOTE = 64;

  private PayloadGuard() {}

  /** Something that reads a payload. */
  @FunctionalInterface
  interface Reading {
    @Nullable Object read() throws IOException;
  }

  static @Nullable Object run(BoundedInput input, Refusals refusals, Reading reading)
      throws IOException {
    try {
      return reading.read();
    } catch (HostileResultException | PayloadTooLargeException e) {
      throw e;
    } catch (IOException e) {
      if (input.failure() != null) {
        throw input.failure();
      }
      throw refusals.because(describe(e));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw refusals.because(describe(e));
    }
  }

  private static String describe(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getSimpleName() + ": " + HostileText.escape(message, LONGEST_QUOTE);
  }
}
