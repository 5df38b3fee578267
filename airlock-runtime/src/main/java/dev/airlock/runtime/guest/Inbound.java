package dev.airlock.runtime.guest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * How what a call sends back becomes objects: the result gate, as one call uses it. Both methods
 * read to the end of the stream, and throw an {@link dev.airlock.AirlockException} for what they do
 * not admit.
 */
public interface Inbound {
  /** The result. */
  @Nullable Object readResult(InputStream in) throws IOException;

  /** What the body threw, ready to be thrown. */
  Throwable readFailure(InputStream in) throws IOException;
}
