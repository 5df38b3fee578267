package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import dev.airlock.NotShippableException;
import dev.airlock.PayloadTooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the receiver and the arguments of calls on the host, as one graph of objects: what is one
 * object in two places stays one, and cycles stay.
 *
 * <p>Objects of applications and libraries cross by their fields, except static and transient ones;
 * neither a constructor nor {@code writeReplace} or {@code readResolve} of theirs is called.
 * Records cross by their components, constants by their name, lambdas by what they captured,
 * collections by what they contain. A view of a collection becomes a collection of its own, and the
 * order of access of a {@link java.util.LinkedHashMap} is forgotten.
 *
 * <p>By Java serialization cross: types of the JDK that have no form of their own here, exceptions,
 * classes whose superclass in the JDK keeps state, and classes with transient fields that declare
 * {@code writeReplace} or {@code writeObject}. What these hold has to be serializable, and is not
 * shared with the rest of the graph.
 *
 * <p>Thread-safe. Objects must not change while they are written.
 */
public final class PayloadWriter {
  private static final int KEPT = 16;
  private static final String CANNOT = "Cannot be sent into a sandbox: ";

  static {
    UnsafeSwitch.turnOff();
  }

  private final BlockingQueue<GraphWriter> idle = new ArrayBlockingQueue<>(KEPT);

  /**
   * Writes objects. Blocks only as the target does.
   *
   * <p>The target gets bytes while they are made, in pieces of some kilobytes and large arrays of
   * bytes in one piece, and is neither flushed nor closed. After an exception it may have got a
   * part, which must not be sent on.
   *
   * @param parts the receiver, which is null for a static method, and the arguments
   * @param labels what a message calls each part, as in {@code argument 1}
   * @param naming names the loaders of classes; asked once for each class of the message
   * @param out the target, which need not be buffered
   * @param maxBytes the most bytes to write
   * @throws NotShippableException if something cannot cross; the message names the way to it
   * @throws PayloadTooLargeException if it would be more than {@code maxBytes}
   * @throws IOException if the target failed
   */
  public void write(
      @Nullable Object[] parts,
      String[] labels,
      ClassNaming naming,
      OutputStream out,
      long maxBytes)
      throws IOException {
    if (parts.length != labels.length) {
      throw new IllegalArgumentException(
          parts.length + " parts came with " + labels.length + " labels.");
    }
    GraphWriter idleWriter = idle.poll();
    GraphWriter writer = idleWriter == null ? new GraphWriter() : idleWriter;
    int at = 0;
    try {
      writer.begin(naming, out, maxBytes);
      writer.out().writeVarInt(parts.length, true);
      for (; at < parts.length; at++) {
        writer.object(parts[at]);
      }
      writer.end();
    } catch (Refusal e) {
      throw notShippable(e, parts, labels, at);
    } catch (KryoException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw unreadable(e, parts, labels, at);
    } catch (PayloadTooLargeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(e, parts, labels, at);
    } catch (StackOverflowError e) {
      // A caller that is deep itself, or has a small stack.
      throw notShippable(new Refusal(typeOf(parts[at]), WrittenTypes.tooDeep()), parts, labels, at);
    }
    // One that failed is not used again.
    idle.offer(writer);
  }

  private static NotShippableException notShippable(
      Refusal refusal, @Nullable Object[] parts, String[] labels, int at) {
    PathFinder.Finding found = PathFinder.find(parts, labels);
    String path = found == null ? labels[at] + ": " + refusal.typeName() : found.path();
    String reason = found == null ? refusal.reason() : found.reason();
    return new NotShippableException(path, CANNOT + path + ". " + reason, null);
  }

  private static NotShippableException unreadable(
      RuntimeException failure, @Nullable Object[] parts, String[] labels, int at) {
    if (at == parts.length) {
      throw failure; // All parts have been read: it is the target's.
    }
    String path = labels[at] + ": " + typeOf(parts[at]);
    return new NotShippableException(
        path,
        CANNOT
            + path
            + ". Reading it failed with "
            + failure.getClass().getName()
            + ". See the cause; an object that another thread changes meanwhile fails so.",
        failure);
  }

  private static String typeOf(@Nullable Object part) {
    return part == null ? "null" : part.getClass().getTypeName();
  }
}
