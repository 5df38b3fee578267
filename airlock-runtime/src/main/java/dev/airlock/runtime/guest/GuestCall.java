package dev.airlock.runtime.guest;

import dev.airlock.AirlockException;
import dev.airlock.HostileResultException;
import dev.airlock.SandboxExecutionException;
import dev.airlock.SandboxResourceException;
import dev.airlock.SandboxTimeoutException;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameReader;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.frame.PieceStream;
import dev.airlock.sandbox.frame.ProtocolException;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassOffers;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.ServedResources;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of one call: what is sent, and everything that a guest may say until it ends.
 *
 * <p>A guest may ask for classes and resources, write output, and then end the call once with a
 * result, an exception or a refusal, under the call's own number. Anything else ends in {@link
 * HostileResultException}. After any exception the guest must be destroyed. Runs on the caller's
 * thread.
 */
public final class GuestCall {
  /**
   * The status with which a guest's JVM ends when it is out of memory ({@code
   * ExitOnOutOfMemoryError}).
   */
  private static final int OUT_OF_MEMORY_STATUS = 3;

  /** How long a guest that has closed the channel may take to end by itself, to say how. */
  private static final Duration LONGEST_END = Duration.ofMillis(500);

  private final Guest guest;
  private final CallRequest request;
  private final int number;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final OutputLog output;
  private final byte[] outputBuffer = new byte[8 * 1024];

  /** A call that has not begun. */
  public GuestCall(Guest guest, CallRequest request) {
    this.guest = guest;
    this.request = request;
    this.number = guest.nextCall();
    this.reader = guest.reader();
    this.writer = guest.writer();
    this.output = new OutputLog(request.label() + " in " + guest.sandboxId());
  }

  /**
   * Sends the call and waits for its end.
   *
   * @param deadlineNanos on the clock of {@link System#nanoTime}
   * @throws SandboxTimeoutException if the deadline passed
   * @throws InterruptedException if the thread was interrupted meanwhile
   * @throws SandboxExecutionException if the guest died
   * @throws SandboxResourceException if it ran out of memory or wrote too much output
   * @throws AirlockException if what came back was refused
   */
  public CallOutcome run(CallWatch watch, long deadlineNanos) throws InterruptedException {
    // An interrupt that was pending before the call says nothing about the call.
    Thread caller = Thread.currentThread();
    boolean interruptible = !caller.isInterrupted();
    CallWatch.Watched watched =
        watch.watch(guest.sandbox(), deadlineNanos, interruptible ? caller : null);
    CallOutcome outcome = null;
    IOException broken = null;
    AirlockException refused = null;
    CallWatch.Strike strike;
    try {
      send();
      outcome = converse();
    } catch (IOException e) {
      broken = e;
    } catch (AirlockException e) {
      refused = e;
    } finally {
      strike = watched.finish();
      output.finish();
    }
    if (strike == null && broken != null && interruptible && caller.isInterrupted()) {
      // Some streams end with the interrupt itself, before the watch saw it.
      strike = CallWatch.Strike.INTERRUPT;
    }
    if (strike != null) {
      throw struck(strike);
    }
    if (refused != null) {
      throw refused;
    }
    if (outcome == null) {
      throw failed(broken, deadlineNanos);
    }
    return outcome;
  }

  private void send() throws IOException {
    List<ClassOffer> ahead = request.classes().ahead();
    if (!ahead.isEmpty()) {
      writer.write(FrameType.CLASSES, 0, number, ClassOffers.encode(ahead));
    }
    writer.write(FrameType.CALL, 0, number, request.header().encode());
    writer.write(
        FrameType.ARGUMENTS,
        Frame.LAST,
        number,
        request.payload(),
        0,
        request.header().payloadBytes());
    writer.flush();
  }

  private @Nullable CallOutcome converse() throws IOException {
    while (true) {
      Frame frame = reader.next();
      if (frame == null) {
        return null;
      }
      requireOurs(frame);
      switch (frame.type()) {
        case OUTPUT -> takeOutput(frame);
        case CLASS_WANTED -> {
          ClassRef wanted = GuestWords.readWanted(Guest.bounded(frame, reader));
          ClassOffer offer = new ClassOffer(wanted, request.classes().serveClass(wanted));
          answer(FrameType.CLASSES, ClassOffers.encode(List.of(offer)));
        }
        case RESOURCE_WANTED -> {
          ClassRef wanted = GuestWords.readWanted(Guest.bounded(frame, reader));
          answer(
              FrameType.RESOURCES,
              ServedResources.encode(request.classes().serveResources(wanted)));
        }
        case RESULT -> {
          return new CallOutcome.Returned(
              request.inbound().readResult(new PieceStream(reader, frame)));
        }
        case FAILURE -> {
          return new CallOutcome.Threw(
              request.inbound().readFailure(new PieceStream(reader, frame)));
        }
        case REFUSAL -> {
          return new CallOutcome.Refused(GuestWords.readRefusal(Guest.bounded(frame, reader)));
        }
        default -> throw new ProtocolException("A " + frame.type() + " frame came during a call.");
      }
    }
  }

  private void requireOurs(Frame frame) throws ProtocolException {
    if (frame.call() != number) {
      throw new ProtocolException(
          "A "
              + frame.type()
              + " frame of call "
              + frame.call()
              + " came during call "
              + number
              + ".");
    }
  }

  private void answer(FrameType type, byte[] body) throws IOException {
    writer.write(type, 0, number, body);
    writer.flush();
  }

  private void takeOutput(Frame frame) throws IOException {
    boolean error = (frame.flags() & Frame.ERROR_STREAM) != 0;
    if (frame.length() == 0) {
      output.write(error, outputBuffer, 0);
    }
    while (reader.remaining() > 0) {
      output.write(error, outputBuffer, reader.read(outputBuffer, 0, outputBuffer.length));
    }
  }

  private AirlockException struck(CallWatch.Strike strike) throws InterruptedException {
    if (strike == CallWatch.Strike.INTERRUPT) {
      Thread.interrupted();
      throw new InterruptedException(
          request.label()
              + " was interrupted; its sandbox "
              + guest.sandboxId()
              + " was destroyed.");
    }
    return new SandboxTimeoutException(
        request.label()
            + " did not end within "
            + request.timeout().toMillis()
            + " ms; its sandbox "
            + guest.sandboxId()
            + " was destroyed. If it needs longer, raise the annotation's timeout or airlock.timeout.",
        request.timeout());
  }

  private AirlockException failed(@Nullable IOException broken, long deadlineNanos) {
    if (broken instanceof ProtocolException) {
      return new HostileResultException(
          "The guest of "
              + request.label()
              + " broke the protocol and was destroyed: "
              + broken.getMessage(),
          broken);
    }
    ExitReport exit =
        guest.awaitExit(Math.min(deadlineNanos - System.nanoTime(), LONGEST_END.toNanos()));
    String words = exit.lastWords().isEmpty() ? "" : " It said: " + exit.lastWords();
    if (exit.status() == OUT_OF_MEMORY_STATUS) {
      return new SandboxResourceException(
          "The guest of "
              + request.label()
              + " ended as one does that runs out of memory (airlock.memory)."
              + words);
    }
    return new SandboxExecutionException(
        "The guest of "
            + request.label()
            + " ended with status "
            + exit.status()
            + " before the call had a result. It may have run in part."
            + words,
        "",
        "",
        broken);
  }
}
