package dev.airlock.sandbox.shim;

import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameReader;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.frame.PieceOutput;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffers;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.ServedResources;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guest's end of the channel.
 *
 * <p>The main thread reads calls. While a body runs nobody reads, so any thread may ask for classes
 * and take the answer itself, one at a time. Between calls the door is shut: what a thread that a
 * body left behind asks for is absent, and what it prints is dropped.
 */
final class GuestChannel implements DoorClient {
  private final FrameReader reader;
  private final FrameWriter writer;
  private final Object asking = new Object();
  private final Object writing = new Object();

  /** The number of the call that runs, 0 between calls. */
  private volatile int call;

  GuestChannel(InputStream in, OutputStream out) {
    reader = FrameReader.ofHost(in);
    writer = new FrameWriter(out);
  }

  /** The next frame, or null at the end of the channel. Main thread, between calls. */
  @Nullable Frame next() throws IOException {
    return reader.next();
  }

  /** The rest of the frame's body. */
  byte[] body() throws IOException {
    return reader.readRest();
  }

  /** Fills an array from the frame's body. */
  void body(byte[] target) throws IOException {
    int filled = 0;
    while (filled < target.length) {
      int got = reader.read(target, filled, target.length - filled);
      if (got < 0) {
        throw new EOFException("The host announced more bytes than it sent.");
      }
      filled += got;
    }
  }

  void ready(GuestWords.Ready ready) throws IOException {
    send(FrameType.READY, 0, 0, GuestWords.ready(ready));
  }

  /** Opens the door. */
  void begin(int number) {
    call = number;
  }

  /** Shuts the door, waiting for whoever is in it. */
  void end() {
    synchronized (asking) {
      call = 0;
    }
  }

  /** Ends a call with a refusal. */
  void refuse(int number, GuestWords.Refusal refusal) throws IOException {
    send(FrameType.REFUSAL, 0, number, GuestWords.refusal(refusal));
  }

  /** Ends a call with a result or a failure. */
  void finish(FrameType type, int number, byte[] body, int length) throws IOException {
    synchronized (writing) {
      try (PieceOutput out = new PieceOutput(writer, type, number)) {
        out.write(body, 0, length);
      }
    }
  }

  @Override
  public ClassAnswer wantClass(int loader, String name) throws IOException {
    synchronized (asking) {
      int number = call;
      requireOpen(number);
      return ClassOffers.decode(
              ask(FrameType.CLASS_WANTED, FrameType.CLASSES, number, new ClassRef(loader, name)))
          .get(0)
          .answer();
    }
  }

  @Override
  public List<byte[]> wantResources(int loader, String name) throws IOException {
    synchronized (asking) {
      int number = call;
      requireOpen(number);
      return ServedResources.decode(
          ask(FrameType.RESOURCE_WANTED, FrameType.RESOURCES, number, new ClassRef(loader, name)));
    }
  }

  /** Sends a piece of output, if a call runs. */
  void output(boolean error, byte[] bytes, int length) throws IOException {
    int number = call;
    if (number != 0) {
      StackReserve.require();
      synchronized (writing) {
        writer.write(FrameType.OUTPUT, error ? Frame.ERROR_STREAM : 0, number, bytes, 0, length);
        writer.flush();
      }
    }
  }

  /** What is asked between calls gets no answer, rather than one that would be remembered. */
  private static void requireOpen(int number) throws IOException {
    if (number == 0) {
      throw new IOException("No call is running, so the host answers no questions.");
    }
    StackReserve.require();
  }

  private byte[] ask(FrameType question, FrameType answer, int number, ClassRef wanted)
      throws IOException {
    send(question, 0, number, GuestWords.wanted(wanted));
    Frame frame = reader.next();
    if (frame == null || frame.type() != answer || frame.call() != number) {
      throw new IOException("The host answered " + question + " with " + frame + ".");
    }
    return reader.readRest();
  }

  private void send(FrameType type, int flags, int number, byte[] body) throws IOException {
    synchronized (writing) {
      writer.write(type, flags, number, body);
      writer.flush();
    }
  }
}
