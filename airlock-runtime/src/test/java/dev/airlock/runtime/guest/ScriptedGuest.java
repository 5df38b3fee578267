package dev.airlock.runtime.guest;

import dev.airlock.Isolation;
import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameReader;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.message.GuestWords;
import dev.airlock.sandbox.message.Hello;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A guest that follows a script, on a thread of this JVM, over real pipes. */
public final class ScriptedGuest implements Sandbox {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String id = "scripted-" + NUMBERS.incrementAndGet();
  private final Pipe toGuest = open();
  private final Pipe fromGuest = open();
  private final CountDownLatch dead = new CountDownLatch(1);
  private volatile int status;

  /** What a guest does with its end of the channel. */
  public interface Script {
    void run(FrameReader reader, FrameWriter writer) throws Exception;
  }

  /** A guest that runs a script and then ends. */
  public ScriptedGuest(Script script) {
    Thread thread =
        new Thread(
            () -> {
              try {
                script.run(
                    FrameReader.ofHost(Channels.newInputStream(toGuest.source())),
                    new FrameWriter(Channels.newOutputStream(fromGuest.sink())));
              } catch (Exception e) {
                status = 1;
              } finally {
                end();
              }
            },
            id);
    thread.setDaemon(true);
    thread.start();
  }

  /** A script that answers the host's hello rightly and goes on with another. */
  public static Script greeting(Script rest) {
    return (reader, writer) -> {
      Frame frame = reader.next();
      assert frame != null && frame.type() == FrameType.HELLO;
      Hello hello = Hello.decode(reader.readRest());
      writer.write(
          FrameType.READY,
          0,
          0,
          GuestWords.ready(new GuestWords.Ready(Hello.VERSION, hello.nonce(), 17)));
      writer.flush();
      rest.run(reader, writer);
    };
  }

  /** A script that waits for the host to close the channel. */
  public static Script waiting() {
    return (reader, writer) -> reader.next();
  }

  private static Pipe open() {
    try {
      return Pipe.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end() {
    try {
      toGuest.source().close();
      fromGuest.sink().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      dead.countDown();
    }
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Isolation isolation() {
    return Isolation.NAMESPACES;
  }

  @Override
  public InputStream fromGuest() {
    return Channels.newInputStream(fromGuest.source());
  }

  @Override
  public OutputStream toGuest() {
    return Channels.newOutputStream(toGuest.sink());
  }

  @Override
  public boolean isAlive() {
    return dead.getCount() > 0;
  }

  @Override
  public void kill() {
    if (isAlive()) {
      status = 137;
      end();
    }
  }

  @Override
  public void drainDiagnostics() {}

  @Override
  public ExitReport awaitExit(Duration longest) {
    try {
      if (!dead.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new ExitReport(status, "");
  }

  @Override
  public void close() {
    kill();
  }
}
