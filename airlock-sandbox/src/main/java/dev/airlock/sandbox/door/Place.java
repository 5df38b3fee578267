package dev.airlock.sandbox.door;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place on a class path, whether or not classes are there.
 *
 * @param file the real path of an archive or a directory
 * @param inside the entry of an archive that is meant, itself an archive or a directory, as Spring
 *     Boot's loaders have them; without a slash at the end; empty for the whole file
 */
record Place(Path file, String inside) {
  private static final String ARCHIVE = "jar:";
  private static final String NESTED = "nested:";
  private static final String END = "!/";

  /** The place that a URL of a class path means, or null if it is not in the file system. */
  static @Nullable Place of(URL url) {
    String text = url.toString();
    if (text.startsWith(ARCHIVE) && text.endsWith(END)) {
      String outer = text.substring(ARCHIVE.length(), text.length() - END.length());
      return outer.startsWith(NESTED)
          ? nested("file:" + outer.substring(NESTED.length()), "/!")
          : nested(outer, END);
    }
    try {
      return of(new URI(text));
    } catch (URISyntaxException e) {
      // File.toURL wrote spaces as they are.
      return url.getProtocol().equals("file") ? of(new File(url.getPath()).toPath()) : null;
    }
  }

  /** The place that a URI means, or null if nothing is there or it is not in the file system. */
  static @Nullable Place of(URI uri) {
    try {
      return "file".equals(uri.getScheme()) ? of(Path.of(uri)) : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  /** The place that a path means, or null if nothing is there. */
  static @Nullable Place of(Path path) {
    try {
      return new Place(path.toRealPath(), "");
    } catch (IOException e) {
      return null;
    }
  }

  /** As it is written in messages. */
  @Override
  public String toString() {
    return inside.isEmpty() ? file.toString() : file + END + inside;
  }

  private static @Nullable Place nested(String text, String separator) {
    int end = text.indexOf(separator);
    Place outer = of(URI.create(end < 0 ? text : text.substring(0, end)));
    if (end < 0 || outer == null) {
      return outer;
    }
    String inside = text.substring(end + separator.length());
    return new Place(
        outer.file, inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside);
  }
}
