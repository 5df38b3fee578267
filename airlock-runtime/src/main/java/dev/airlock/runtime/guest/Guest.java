package dev.airlock.runtime.guest;

import dev.airlock.Isolation;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameReader;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.frame.ProtocolException;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.Hello;
import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guest that has shown that it is the one we started, and waits for a call.
 *
 * <p>Belongs to one thread at a time, except for {@link #close} and {@link #isAlive}.
 */
public final class Guest implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration EXIT_TIMEOUT = Duration.ofSeconds(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sandbox sandbox;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final int feature;
  private final Set<String> methods = new HashSet<>();
  private Set<ClassRef> held = Set.of();
  private int calls;

  private Guest(Sandbox sandbox, FrameReader reader, FrameWriter writer, int feature) {
    this.sandbox = sandbox;
    this.reader = reader;
    this.writer = writer;
    this.feature = feature;
  }

  /**
   * Says hello and waits until the guest is ready, at most 15 seconds. Nothing secret is sent.
   *
   * @throws SandboxStartException if it died, was late or answered wrongly; it is destroyed
   */
  public static Guest greet(Sandbox sandbox, CallWatch watch) throws SandboxStartException {
    CallWatch.Watched watched =
        watch.watch(sandbox, System.nanoTime() + START_TIMEOUT.toNanos(), null);
    FrameReader reader = FrameReader.ofGuest(sandbox.fromGuest());
    FrameWriter writer = new FrameWriter(sandbox.toGuest());
    GuestWords.Ready ready = null;
    IOException failure = null;
    try {
      ready = exchange(sandbox, reader, writer);
    } catch (IOException e) {
      failure = e;
    }
    CallWatch.Strike strike = watched.finish();
    if (ready != null && strike == null) {
      return new Guest(sandbox, reader, writer, ready.feature());
    }
    throw refused(sandbox, strike, failure);
  }

  private static GuestWords.Ready exchange(Sandbox sandbox, FrameReader reader, FrameWriter writer)
      throws IOException {
    byte[] nonce = new byte[Hello.NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    Hello hello = new Hello(Hello.VERSION, nonce, sandbox.isolation(), sandbox.id());
    writer.write(FrameType.HELLO, 0, 0, hello.encode());
    writer.flush();
    Frame frame = reader.next();
    if (frame == null) {
      throw new EOFException();
    }
    if (frame.type() != FrameType.READY || frame.flags() != 0 || frame.call() != 0) {
      throw new ProtocolException("The guest's first frame was " + frame.type() + ", not READY.");
    }
    GuestWords.Ready ready = GuestWords.readReady(bounded(frame, reader));
    if (ready.version() != Hello.VERSION) {
      throw new ProtocolException(
          "The guest speaks protocol " + ready.version() + ", the host " + Hello.VERSION + ".");
    }
    if (!MessageDigest.isEqual(nonce, ready.nonce())) {
      throw new ProtocolException("The guest repeated another nonce than the one it was given.");
    }
    return ready;
  }

  private static SandboxStartException refused(
      Sandbox sandbox, CallWatch.@Nullable Strike strike, @Nullable IOException failure) {
    ExitReport exit = sandbox.awaitExit(strike == null ? Duration.ofMillis(500) : EXIT_TIMEOUT);
    sandbox.close();
    String what =
        strike != null
            ? "The guest was not ready within " + START_TIMEOUT.toSeconds() + " s."
            : failure instanceof ProtocolException
                ? failure.getMessage()
                : "The guest ended before it was ready.";
    String words = exit.lastWords().isEmpty() ? "" : " It said: " + exit.lastWords();
    return new SandboxStartException(
        what + " Exit status " + exit.status() + "." + words, "", failure);
  }

  /** The rest of a short body; a longer one is refused before it is read. */
  static byte[] bounded(Frame frame, FrameReader reader) throws IOException {
    if (frame.length() > GuestWords.MAX_BODY_BYTES) {
      throw new ProtocolException(
          "A "
              + frame.type()
              + " frame says that it is "
              + frame.length()
              + " bytes long; at most "
              + GuestWords.MAX_BODY_BYTES
              + " may be.");
    }
    return reader.readRest();
  }

  /** What logs and exceptions call its sandbox. */
  public String sandboxId() {
    return sandbox.id();
  }

  /** How strongly its sandbox isolates. */
  public Isolation isolation() {
    return sandbox.isolation();
  }

  /** The feature release of its Java, as it said itself. */
  public int feature() {
    return feature;
  }

  /** The classes that earlier calls have sent it. */
  public Set<ClassRef> held() {
    return held;
  }

  /** Remembers that it runs a method, and says whether that is the first time. */
  public boolean meets(String method) {
    return methods.add(method);
  }

  /** Remembers classes that a call has sent it. */
  public void hold(Set<ClassRef> sent) {
    Set<ClassRef> all = new HashSet<>(held);
    all.addAll(sent);
    held = all;
  }

  /** Whether it may still be running. */
  public boolean isAlive() {
    return sandbox.isAlive();
  }

  /** Waits for its end, kills it if it takes longer, and says how it ended. */
  ExitReport awaitExit(long longestNanos) {
    return sandbox.awaitExit(Duration.ofNanos(Math.max(0, longestNanos)));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  FrameReader reader() {
    return reader;
  }

  FrameWriter writer() {
    return writer;
  }

  int nextCall() {
    return ++calls;
  }

  /** Destroys it. Closing twice does nothing. */
  @Override
  public void close() {
    sandbox.close();
  }
}
