package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.io.KryoBufferUnderflowException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads in the guest what {@link PayloadWriter} wrote. It trusts what it reads, so it has no place
 * on a host. Thread-safe.
 */
public final class PayloadReader {
  private static final int KEPT = 4;

  static {
    UnsafeSwitch.turnOff();
  }

  private final ClassLookup lookup;
  private final BlockingQueue<GraphReader> idle = new ArrayBlockingQueue<>(KEPT);

  /** A reader that finds classes so. It asks once for each class of a message. */
  public PayloadReader(ClassLookup lookup) {
    this.lookup = lookup;
  }

  /**
   * Reads one payload. Blocks as the source does. May take bytes beyond the payload's end, so the
   * source should end with it.
   *
   * @return the receiver and the arguments
   * @throws ClassNotFoundException if a class that the host named was not found
   * @throws EOFException if the source ended within the payload
   * @throws IOException if the source failed, or the payload cannot be turned into objects
   */
  public @Nullable Object[] read(InputStream in) throws IOException, ClassNotFoundException {
    GraphReader reader = idle.poll();
    if (reader == null) {
      reader = new GraphReader(lookup);
    }
    @Nullable Object[] parts;
    try {
      reader.begin(in);
      parts = reader.objects();
      reader.end();
    } catch (KryoBufferUnderflowException e) {
      throw new EOFException("The payload ends early: " + e.getMessage());
    } catch (RuntimeException e) {
      throw unwrapped(e);
    }
    // One that failed is not used again.
    idle.offer(reader);
    return parts;
  }

  private static IOException unwrapped(RuntimeException e) throws ClassNotFoundException {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ClassNotFoundException missing) {
        throw missing;
      }
      if (cause instanceof IOException failed) {
        return failed;
      }
    }
    StreamCorruptedException corrupted =
        new StreamCorruptedException("The payload cannot be turned into objects: " + e);
    corrupted.initCause(e);
    return corrupted;
  }
}
