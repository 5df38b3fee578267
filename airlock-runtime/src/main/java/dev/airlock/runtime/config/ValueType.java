package dev.airlock.runtime.config;

import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting becomes a value.
 *
 * @param wanted what to write, as in {@code a whole number}
 * @param parser the value that a text stands for, or null if it stands for none
 * @param isList whether the value is a list, which may be empty
 * @param <T> the type of the value
 */
record ValueType<T>(String wanted, Function<String, @Nullable T> parser, boolean isList) {
  static final ValueType<Duration> DURATION =
      new ValueType<>(DurationText.WANTED, DurationText::parse, false);
  static final ValueType<Long> SIZE = new ValueType<>(SizeText.WANTED, SizeText::parse, false);
  static final ValueType<Integer> COUNT =
      new ValueType<>("a whole number", ValueType::parseCount, false);
  static final ValueType<Double> NUMBER =
      new ValueType<>("a number, as in 1.5", ValueType::parseNumber, false);
  static final ValueType<Path> PATH =
      new ValueType<>("the path of a file", ValueType::parsePath, false);
  static final ValueType<Path> DIRECTORY =
      new ValueType<>("the absolute path of a directory", ValueType::parseDirectory, false);
  static final ValueType<String> TEXT = new ValueType<>("some text", text -> text, false);
  static final ValueType<String> URL =
      new ValueType<>("a URL that starts with https:// or http://", ValueType::parseUrl, false);
  static final ValueType<String> DOMAIN =
      new ValueType<>(
          "a domain name, as in e2b.app", matching("[A-Za-z0-9.-]+(:[0-9]{1,5})?"), false);

  static final ValueType<String> PROVIDER =
      choice(List.of("auto", "e2b", "microvm", "gvisor", "bubblewrap"), Function.identity());
  static final ValueType<Isolation> ISOLATION =
      choice(
          List.of("namespaces", "userspace-kernel", "microvm"),
          word -> Isolation.valueOf(constant(word)));
  static final ValueType<Reuse> REUSE =
      choice(List.of("call", "key", "pool", "vm"), word -> Reuse.valueOf(constant(word)));
  static final ValueType<Network> NETWORK =
      choice(List.of("none"), word -> Network.valueOf(constant(word)));
  static final ValueType<Fallback> FALLBACK =
      choice(List.of("annotation", "never"), word -> Fallback.valueOf(constant(word)));

  static final ValueType<List<MethodPattern>> METHOD_PATTERNS =
      list("patterns " + MethodPattern.WANTED, MethodPattern::parse);
  static final ValueType<List<String>> CLASS_NAMES =
      list(
          "names of classes, as in org.example.Shape or org.example.Map$Entry",
          matching(
              "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
                  + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*"));
  static final ValueType<List<String>> GLOBS =
      list(
          "paths below a class path root, as in templates/*.html, without .. and braces",
          matching("(?!/)(?!(.*/)?\\.\\.(/.*)?$)[^{}\\\\\\p{Cntrl}]+"));

  /** The value, or null if the text stands for none. */
  @Nullable T parse(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() && !isList ? null : parser.apply(trimmed);
  }

  private static <T> ValueType<T> choice(List<String> words, Function<String, T> value) {
    Map<String, T> byWord = new LinkedHashMap<>();
    words.forEach(word -> byWord.put(word, value.apply(word)));
    return new ValueType<>(
        words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words),
        text -> byWord.get(text.toLowerCase(Locale.ROOT).replace('_', '-')),
        false);
  }

  private static <T> ValueType<List<T>> list(
      String wanted, Function<String, @Nullable T> elementParser) {
    return new ValueType<>(
        wanted + "; several are separated by commas", text -> parseList(text, elementParser), true);
  }

  private static <T> @Nullable List<T> parseList(
      String text, Function<String, @Nullable T> elementParser) {
    List<T> elements = new ArrayList<>();
    if (text.isEmpty()) {
      return elements;
    }
    for (String piece : text.split(",", -1)) {
      T element = elementParser.apply(piece.strip());
      if (element == null) {
        return null;
      }
      elements.add(element);
    }
    return List.copyOf(elements);
  }

  private static Function<String, @Nullable String> matching(String form) {
    Pattern pattern = Pattern.compile(form);
    return text -> pattern.matcher(text).matches() ? text : null;
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static @Nullable Integer parseCount(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Double parseNumber(String text) {
    // Double.valueOf would also take NaN, hexadecimal numbers and a trailing d.
    return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.valueOf(text) : null;
  }

  private static @Nullable Path parsePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable Path parseDirectory(String text) {
    Path path = parsePath(text);
    return path != null && path.isAbsolute() ? path.normalize() : null;
  }

  private static @Nullable String parseUrl(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? text : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
