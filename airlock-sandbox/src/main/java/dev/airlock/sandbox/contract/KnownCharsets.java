package dev.airlock.sandbox.contract;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The charsets that can be results. Looking up any other name could make a host ask the charset
 * providers on its class path.
 */
public final class KnownCharsets {
  private static final List<Charset> KNOWN = new ArrayList<>();

  static {
    for (String name :
        List.of(
            "UTF-8",
            "US-ASCII",
            "ISO-8859-1",
            "UTF-16",
            "UTF-16BE",
            "UTF-16LE",
            "UTF-32",
            "ISO-8859-15",
            "windows-1252")) {
      if (Charset.isSupported(name)) {
        KNOWN.add(Charset.forName(name));
      }
    }
  }

  private KnownCharsets() {}

  /** The charset of that canonical name, or null. */
  public static @Nullable Charset named(String name) {
    for (Charset known : KNOWN) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    return null;
  }

  static boolean isKnown(Charset charset) {
    return KNOWN.contains(charset);
  }

  static List<Charset> names() {
    return List.copyOf(KNOWN);
  }
}
