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
    try {
      write(new Message(parts, labels, null), naming, out, maxBytes);
    } catch (WholeReceiverException e) {
      throw new AssertionError("All of the receiver was sent.", e);
    }
  }

  /**
   * Writes objects, of the receiver only some fields. Else as {@link #write(Object[], String[],
   * ClassNaming, OutputStream, long)}.
   *
   * <p>In the guest every other field of the receiver has its default value, so no other way may
   * lead to the receiver there. What Java serialization writes holds a whole copy of it, and is no
   * such way.
   *
   * @param parts as above; only the receiver itself is sent in part
   * @param sent which fields of the receiver are sent; asked once for each field
   * @throws WholeReceiverException if the receiver cannot be sent in part: it is null, its class
   *     does not cross by its fields, or it is met a second time. The other method sends all of it
   */
  public void write(
      @Nullable Object[] parts,
      String[] labels,
      FieldFilter sent,
      ClassNaming naming,
      OutputStream out,
      long maxBytes)
      throws IOException, WholeReceiverException {
    Object receiver = parts.length == 0 ? null : parts[0];
    if (receiver == null || WireForms.of(receiver.getClass()).kind() != NamedKind.FIELDS) {
      throw new WholeReceiverException("its class does not cross field by field");
    }
    write(new Message(parts, labels, sent), naming, out, maxBytes);
  }

  private void write(Message message, ClassNaming naming, OutputStream out, long maxBytes)
      throws IOException, WholeReceiverException {
    GraphWriter idleWriter = idle.poll();
    GraphWriter writer = idleWriter == null ? new GraphWriter() : idleWriter;
    try {
      writer.begin(naming, out, maxBytes);
      message.writeTo(writer);
    } catch (WholeReceiverException e) {
      idle.offer(writer);
      throw e;
    } catch (Refusal e) {
      throw message.notShippable(e);
    } catch (KryoException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw message.unreadable(e);
    } catch (PayloadTooLargeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw message.unreadable(e);
    } catch (StackOverflowError e) {
      throw message.tooDeep();
    }
    // One that failed is not used again.
    idle.offer(writer);
  }
}
