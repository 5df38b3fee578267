package dev.airlock.sandbox.contract;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a method threw, in the guest: names, messages and frames, never objects.
 *
 * <p>An exception is an array of its type's name, its message, the number of frames that were cut,
 * its frames, its cause and its suppressed exceptions. Its methods are user code: one that throws
 * counts as having returned nothing.
 */
public final class FailureWriter {
  private static final StackTraceElement[] NO_FRAMES = {};

  private final CBORGenerator out;
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int framesLeft = FailureLimits.MAX_FRAMES_IN_TOTAL;

  private FailureWriter(CBORGenerator out) {
    this.out = out;
  }

  /**
   * Writes one failure. Neither flushes nor closes the stream.
   *
   * @throws IOException if the stream failed
   */
  public static void write(Throwable failure, OutputStream out) throws IOException {
    CBORGenerator generator = ResultWriter.FACTORY.createGenerator(out);
    FailureWriter writer = new FailureWriter(generator);
    writer.seen.add(failure);
    writer.write(failure, 1);
    generator.close();
  }

  private void write(Throwable failure, int depth) throws IOException {
    out.writeStartArray(null, 6);
    writeText(failure.getClass().getName(), FailureLimits.MAX_NAME);
    writeText(ask(failure::getMessage), FailureLimits.MAX_MESSAGE);
    writeFrames(failure);
    Throwable cause = ask(failure::getCause);
    if (cause != null && depth < FailureLimits.MAX_CHAIN && admit(cause)) {
      write(cause, depth + 1);
    } else {
      out.writeNull();
    }
    List<Throwable> suppressed = suppressedOf(failure, depth);
    out.writeStartArray(null, suppressed.size());
    for (Throwable each : suppressed) {
      write(each, depth + 1);
    }
    out.writeEndArray();
    out.writeEndArray();
  }

  /** Whether an exception still fits and has not been written: chains may be cyclic. */
  private boolean admit(Throwable failure) {
    return seen.size() < FailureLimits.MAX_THROWABLES && seen.add(failure);
  }

  private List<Throwable> suppressedOf(Throwable failure, int depth) {
    List<Throwable> admitted = new ArrayList<>();
    if (depth < FailureLimits.MAX_CHAIN) {
      for (Throwable each : failure.getSuppressed()) {
        if (admitted.size() < FailureLimits.MAX_SUPPRESSED && admit(each)) {
          admitted.add(each);
        }
      }
    }
    return admitted;
  }

  private void writeFrames(Throwable failure) throws IOException {
    StackTraceElement[] frames = ask(failure::getStackTrace);
    List<StackTraceElement> own = GuestFrames.ofUserCode(frames == null ? NO_FRAMES : frames);
    int kept = Math.min(own.size(), Math.min(FailureLimits.MAX_FRAMES, framesLeft));
    framesLeft -= kept;
    out.writeNumber(own.size() - kept);
    out.writeStartArray(null, kept);
    for (StackTraceElement frame : own.subList(0, kept)) {
      out.writeStartArray(null, 4);
      writeText(frame.getClassName(), FailureLimits.MAX_NAME);
      writeText(frame.getMethodName(), FailureLimits.MAX_NAME);
      writeText(frame.getFileName(), FailureLimits.MAX_NAME);
      out.writeNumber(frame.getLineNumber());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private void writeText(@Nullable String text, int longest) throws IOException {
    if (text == null) {
      out.writeNull();
      return;
    }
    new ScalarWriter(out).writeText(text.length() > longest ? text.substring(0, longest) : text);
  }

  /** Something that user code answers. */
  @FunctionalInterface
  private interface Question<T> {
    @Nullable T answer();
  }

  private static <T> @Nullable T ask(Question<T> question) {
    try {
      return question.answer();
    } catch (Throwable e) {
      return null;
    }
  }
}
