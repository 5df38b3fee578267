package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.io.KryoBufferOverflowException;
import com.esotericsoftware.kryo.kryo5.io.Output;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/**
 * Java serialization on the host: each class is followed by the number of its loader, and what is
 * never sent is not sent this way either.
 */
final class HostObjectStream extends ObjectOutputStream {
  private static final int FIRST_BYTES = 1024;

  private final ClassNaming naming;

  private HostObjectStream(OutputStream out, ClassNaming naming) throws IOException {
    super(out);
    this.naming = naming;
    enableReplaceObject(true);
  }

  /**
   * Writes an object with its length before it.
   *
   * @throws Refusal if it or something that it holds cannot cross
   */
  static void write(GraphWriter to, Object object) {
    int admitted = (int) Math.min(to.out().remaining(), Integer.MAX_VALUE - 8);
    Output buffer = new Output(Math.min(FIRST_BYTES, Math.max(admitted, 0)), Math.max(admitted, 0));
    try (HostObjectStream stream = new HostObjectStream(buffer, to.naming())) {
      stream.writeObject(object);
      stream.flush();
    } catch (KryoBufferOverflowException e) {
      to.out().admit(to.out().total() + admitted + 1);
      throw e;
    } catch (NotSerializableException e) {
      throw new Refusal(
          String.valueOf(e.getMessage()),
          "It is reached from a "
              + object.getClass().getName()
              + ", which crosses by Java serialization, and is not java.io.Serializable.");
    } catch (IOException e) {
      throw new Refusal(
          object.getClass().getName(), "Java serialization cannot write it: " + e + ".");
    } catch (StackOverflowError e) {
      throw new Refusal(
          object.getClass().getName(),
          "It is nested too deeply for Java serialization, by which it crosses.");
    }
    to.out().writeVarInt(buffer.position(), true);
    to.out().writeBytes(buffer.getBuffer(), 0, buffer.position());
  }

  @Override
  protected Object replaceObject(Object object) {
    String reason = NeverShipped.reason(object.getClass());
    if (reason != null) {
      throw new Refusal(object.getClass().getName(), reason);
    }
    return object;
  }

  @Override
  protected void annotateClass(Class<?> type) throws IOException {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    writeInt(element.isPrimitive() ? 0 : naming.loaderOf(element));
  }

  @Override
  protected void annotateProxyClass(Class<?> type) throws IOException {
    for (Class<?> face : type.getInterfaces()) {
      writeInt(naming.loaderOf(face));
    }
  }
}
