package dev.airlock.sandbox.shim;

import dev.airlock.Isolation;
import dev.airlock.sandbox.codec.PayloadWriter;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassOffers;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.Hello;
import dev.airlock.sandbox.message.MethodKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls that the shim makes to itself before it says that it is ready, so that the host's first
 * call finds everything loaded and linked. Of a spare's boot this is the part that a call would
 * otherwise pay.
 */
final class WarmUp {
  /** The number of a loader that only these calls know: the host's begin anew with it. */
  private static final int LOADER = 1;

  private static final ClassRef SAMPLE = new ClassRef(LOADER, Sample.class.getName());

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final FrameWriter writer = new FrameWriter(said);
  private final PayloadWriter payloads = new PayloadWriter();
  private int calls;

  private WarmUp() {}

  /** Makes the calls, in a shim of their own: nothing of them is left in this one. */
  static void run() throws IOException {
    try {
      WarmUp host = new WarmUp();
      host.call();
      InputStream in = new ByteArrayInputStream(host.said.toByteArray());
      new Shim(in, OutputStream.nullOutputStream()).calls();
    } catch (ReflectiveOperationException | ContractException e) {
      throw new IOException("The shim could not call itself.", e);
    }
  }

  /** What a host says that only greets. */
  static InputStream greeting() throws IOException {
    WarmUp host = new WarmUp();
    byte[] nonce = new byte[Hello.NONCE_BYTES];
    Hello hello = new Hello(Hello.VERSION, nonce, Isolation.NAMESPACES, "warm-up");
    host.writer.write(FrameType.HELLO, 0, 0, hello.encode());
    host.writer.flush();
    return new ByteArrayInputStream(host.said.toByteArray());
  }

  private void call() throws IOException, ReflectiveOperationException, ContractException {
    writer.write(FrameType.CLASSES, 0, 1, ClassOffers.encode(List.of(sample())));
    Sample sample = new Sample("x", Map.of("k", 1L));
    Method renew = Sample.class.getDeclaredMethod("renew", int.class, List.class);
    call(renew, sample, 1, List.of("a", 1.5));
    call(renew, sample, -1, List.of());
    call(Integer.class.getMethod("parseInt", String.class), null, "17");
    writer.flush();
  }

  private static ClassOffer sample() throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream("Sample.class")) {
      if (in == null) {
        throw new IOException("The shim's jar lacks a class.");
      }
      return new ClassOffer(SAMPLE, ClassAnswer.present(LOADER, in.readAllBytes()));
    }
  }

  private void call(Method method, @Nullable Object receiver, @Nullable Object... arguments)
      throws IOException, ContractException {
    calls++;
    @Nullable Object[] parts = new @Nullable Object[arguments.length + 1];
    parts[0] = receiver;
    System.arraycopy(arguments, 0, parts, 1, arguments.length);
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payloads.write(parts, new String[parts.length], WarmUp::loaderOf, payload, Integer.MAX_VALUE);
    Class<?> actual = receiver == null ? null : receiver.getClass();
    ResultContract contract =
        ResultContract.compile(method.getGenericReturnType(), actual, List.of());
    Class<?> owner = method.getDeclaringClass();
    CallHeader header =
        new CallHeader(
            "warm-up",
            CallHeader.Kind.METHOD,
            new ClassRef(loaderOf(owner), owner.getName()),
            MethodKey.of(method),
            List.of(),
            contract.digest(),
            Integer.MAX_VALUE,
            payload.size());
    writer.write(FrameType.CALL, 0, calls, header.encode());
    writer.write(FrameType.ARGUMENTS, Frame.LAST, calls, payload.toByteArray());
  }

  private static int loaderOf(Class<?> type) {
    return type == Sample.class ? LOADER : 0;
  }
}
