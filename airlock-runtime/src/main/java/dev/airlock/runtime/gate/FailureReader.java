package dev.airlock.runtime.gate;

import com.fasterxml.jackson.core.JsonToken;
import dev.airlock.HostileResultException;
import dev.airlock.sandbox.contract.FailureLimits;
import dev.airlock.sandbox.text.HostileText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a guest says that its method threw. Not thread-safe. */
final class FailureReader {
  private static final String GUEST_LOADER = "guest";
  private static final int PARTS = 6;
  private static final int FRAME_PARTS = 4;

  private final Tokens tokens;
  private final Budget budget;
  private int throwables;
  private int frames;

  FailureReader(BoundedInput input, GateLimits limits) throws IOException {
    budget = new Budget(limits, input);
    tokens = new Tokens(input, limits.maxBytes(), this::refusal);
  }

  GuestThrowable read() throws IOException {
    GuestThrowable failure = readThrowable(tokens.next(), 1);
    tokens.end();
    return failure;
  }

  HostileResultException refusal(String reason) {
    return new HostileResultException(
        "The exception from the sandbox was refused at byte "
            + tokens.offset()
            + ": "
            + reason
            + ".");
  }

  private GuestThrowable readThrowable(JsonToken token, int depth) throws IOException {
    budget.node(this::refusal);
    if (depth > FailureLimits.MAX_CHAIN || ++throwables > FailureLimits.MAX_THROWABLES) {
      throw refusal(
          "it has more than "
              + FailureLimits.MAX_THROWABLES
              + " causes and suppressed exceptions, or more than "
              + FailureLimits.MAX_CHAIN
              + " in a chain");
    }
    if (tokens.arrayLength(token) != PARTS) {
      throw refusal("an exception does not have " + PARTS + " parts");
    }
    String type = readName("an exception without a type");
    String raw = readText(FailureLimits.MAX_MESSAGE);
    int cut = (int) tokens.integer(0, Integer.MAX_VALUE);
    List<StackTraceElement> stack = readFrames();
    JsonToken next = tokens.next();
    GuestThrowable cause = next == JsonToken.VALUE_NULL ? null : readThrowable(next, depth + 1);
    List<GuestThrowable> suppressed = readSuppressed(depth);
    tokens.endArray();
    String message = raw == null ? null : HostileText.escape(raw, FailureLimits.MAX_MESSAGE);
    return new GuestThrowable(
        type, rawUnlessDangerous(raw, message), message, cut, stack, cause, suppressed);
  }

  private List<GuestThrowable> readSuppressed(int depth) throws IOException {
    int count = tokens.arrayLength(tokens.next());
    if (count > FailureLimits.MAX_SUPPRESSED) {
      throw refusal("it has " + count + " suppressed exceptions");
    }
    List<GuestThrowable> suppressed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      suppressed.add(readThrowable(tokens.next(), depth + 1));
    }
    tokens.endArray();
    return suppressed;
  }

  /** A backslash alone does no harm: a message that has nothing worse stays as it was. */
  private static @Nullable String rawUnlessDangerous(
      @Nullable String raw, @Nullable String escaped) {
    return raw != null && raw.replace("\\", "\\\\").equals(escaped) ? raw : escaped;
  }

  private List<StackTraceElement> readFrames() throws IOException {
    int count = tokens.arrayLength(tokens.next());
    frames += count;
    if (count > FailureLimits.MAX_FRAMES || frames > FailureLimits.MAX_FRAMES_IN_TOTAL) {
      throw refusal("it has too many frames, " + count);
    }
    List<StackTraceElement> stack = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.beginArray(FRAME_PARTS);
      String type = readName("a frame without a class");
      String method = readName("a frame without a method");
      String file = readText(FailureLimits.MAX_NAME);
      int line = (int) tokens.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      tokens.endArray();
      stack.add(
          new StackTraceElement(
              GUEST_LOADER,
              null,
              null,
              type,
              method,
              file == null ? null : HostileText.escape(file, FailureLimits.MAX_NAME),
              line));
    }
    tokens.endArray();
    return stack;
  }

  private String readName(String complaint) throws IOException {
    String name = readText(FailureLimits.MAX_NAME);
    if (name == null) {
      throw refusal("it has " + complaint);
    }
    return HostileText.escape(name, FailureLimits.MAX_NAME);
  }

  private @Nullable String readText(int longest) throws IOException {
    JsonToken token = tokens.next();
    return token == JsonToken.VALUE_NULL ? null : tokens.text(token, longest);
  }
}
