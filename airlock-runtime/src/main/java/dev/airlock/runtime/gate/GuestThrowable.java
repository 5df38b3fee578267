package dev.airlock.runtime.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as it came: data, escaped and cut.
 *
 * @param rawMessage the message with backslashes as they were, if there was nothing else to escape
 * @param framesCut how many frames the guest left out
 */
record GuestThrowable(
    String type,
    @Nullable String rawMessage,
    @Nullable String message,
    int framesCut,
    List<StackTraceElement> frames,
    @Nullable GuestThrowable cause,
    List<GuestThrowable> suppressed) {

  /** Its first line. */
  String headline() {
    return message == null ? type : type + ": " + message;
  }

  /** The whole of it, as a stack trace is printed. */
  String text() {
    StringBuilder text = new StringBuilder();
    append("", "", text);
    return text.toString();
  }

  private void append(String indent, String caption, StringBuilder text) {
    text.append(indent).append(caption).append(headline()).append('\n');
    for (StackTraceElement frame : frames) {
      text.append(indent).append("\tat ").append(frame).append('\n');
    }
    if (framesCut > 0) {
      text.append(indent).append("\t... ").append(framesCut).append(" frames cut\n");
    }
    for (GuestThrowable each : suppressed) {
      each.append(indent + "\t", "Suppressed: ", text);
    }
    if (cause != null) {
      cause.append(indent, "Caused by: ", text);
    }
  }
}
