package dev.airlock.runtime.capture;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the class file of a loaded class is found: the one that the guest will load, too. */
@FunctionalInterface
public interface ClassFiles {
  /**
   * The bytes of the class file, for the caller to close; null if they are not known.
   *
   * @throws IOException if they cannot be read, which counts as not known
   */
  @Nullable InputStream open(Class<?> type) throws IOException;
}
