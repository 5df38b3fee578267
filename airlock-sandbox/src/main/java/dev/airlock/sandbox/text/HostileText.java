package dev.airlock.sandbox.text;

/**
 * Text that a sandbox sent, made safe for logs, terminals and messages.
 *
 * <p>Line ends, tabs, escape and other control characters, format characters (which include the
 * ones that turn the direction of writing), separators and lone surrogates become {@code \}{@code
 * uXXXX}, and a backslash is doubled so that an escape cannot be forged. What is longer than the
 * limit is cut, and says so.
 */
public final class HostileText {
  private HostileText() {}

  /**
   * The text, escaped and cut.
   *
   * @param text what the sandbox sent
   * @param longest the most characters of it to keep
   */
  public static String escape(String text, int longest) {
    int end = Math.min(text.length(), longest);
    StringBuilder safe = null;
    for (int i = 0; i < end; ) {
      int point = text.codePointAt(i);
      int size = Character.charCount(point);
      if (isPlain(point)) {
        if (safe != null) {
          safe.appendCodePoint(point);
        }
      } else {
        if (safe == null) {
          safe = new StringBuilder(end + 16).append(text, 0, i);
        }
        escape(point, safe);
      }
      i += size;
    }
    String kept = safe == null ? text.substring(0, end) : safe.toString();
    return end == text.length() ? kept : kept + "… (" + (text.length() - end) + " more)";
  }

  private static boolean isPlain(int point) {
    if (point >= ' ' && point < 0x7f) {
      return point != '\\';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void escape(int point, StringBuilder safe) {
    if (point == '\\') {
      safe.append("\\\\");
      return;
    }
    for (char unit : Character.toChars(point)) {
      safe.append(String.format("\\u%04x", (int) unit));
    }
  }
}
