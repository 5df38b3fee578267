package dev.airlock.sandbox.shim;

import dev.airlock.Gate;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassOffers;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.Hello;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/**
 * The guest's main program: greets the host, then runs calls until the channel ends.
 *
 * <p>The channel is on descriptors of its own, {@value #CHANNEL_IN} and {@value #CHANNEL_OUT}.
 * Standard input is empty; standard output and error of the code that runs here leave as frames.
 */
public final class Shim {
  /** The descriptor that the host writes to. */
  public static final int CHANNEL_IN = 3;

  /** The descriptor that the host reads from. */
  public static final int CHANNEL_OUT = 4;

  /** The argument that makes it exercise itself and end, to record which classes it needs. */
  public static final String WARM_UP = "--warm-up";

  private final GuestChannel channel;
  private final GuestLoaders loaders;
  private final CallRunner runner;

  Shim(InputStream in, OutputStream out) {
    channel = new GuestChannel(in, out);
    loaders = new GuestLoaders(Shim.class.getClassLoader(), channel);
    runner = new CallRunner(channel, loaders);
  }

  /** Runs until the host closes the channel; then this JVM ends, whatever other threads do. */
  public static void main(String[] args) throws Exception {
    if (args.length == 1 && args[0].equals(WARM_UP)) {
      new Shim(WarmUp.greeting(), OutputStream.nullOutputStream()).serve();
      return;
    }
    InputStream in = new FileInputStream(descriptor(CHANNEL_IN));
    OutputStream out = new FileOutputStream(descriptor(CHANNEL_OUT));
    int status = 0;
    try {
      new Shim(in, out).serve();
    } catch (IOException e) {
      // Raw standard error: the channel is what broke.
      new FileOutputStream(FileDescriptor.err).write((e + "\n").getBytes(StandardCharsets.UTF_8));
      status = 1;
    }
    Runtime.getRuntime().halt(status);
  }

  /** Greets the host and runs its calls until it closes the channel. */
  void serve() throws IOException {
    greet();
    System.setIn(InputStream.nullInputStream());
    System.setOut(OutputFrames.stream(channel, false));
    System.setErr(OutputFrames.stream(channel, true));
    calls();
  }

  /** Runs calls until the channel ends. */
  void calls() throws IOException {
    for (Frame frame = channel.next(); frame != null; frame = channel.next()) {
      switch (frame.type()) {
        case CLASSES -> loaders.offer(ClassOffers.decode(channel.body()));
        case CALL -> run(frame.call(), CallHeader.decode(channel.body()));
        default -> throw new IOException("The host sent " + frame + " between calls.");
      }
    }
  }

  private void greet() throws IOException {
    Frame frame = channel.next();
    if (frame == null || frame.type() != FrameType.HELLO) {
      throw new IOException("The host's first frame was " + frame + ", not HELLO.");
    }
    Hello hello = Hello.decode(channel.body());
    Gate.enterGuest(hello.isolation(), hello.sandboxId());
    WarmUp.run();
    channel.ready(new GuestWords.Ready(Hello.VERSION, hello.nonce(), Runtime.version().feature()));
  }

  private void run(int number, CallHeader header) throws IOException {
    Frame frame = channel.next();
    if (frame == null || frame.type() != FrameType.ARGUMENTS || frame.call() != number) {
      throw new IOException("The host sent " + frame + " where the arguments of a call belong.");
    }
    byte[] payload = new byte[header.payloadBytes()];
    channel.body(payload);
    runner.run(number, header, payload);
  }

  /** A descriptor that this process was started with. */
  private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
    // There is no public way to a descriptor by its number; the host opens java.io to us.
    Constructor<FileDescriptor> constructor =
        FileDescriptor.class.getDeclaredConstructor(int.class);
    constructor.setAccessible(true);
    return constructor.newInstance(number);
  }
}
