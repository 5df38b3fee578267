package dev.airlock.sandbox.shim;

import dev.airlock.Gate;
import dev.airlock.sandbox.codec.PayloadReader;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.FailureWriter;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.contract.ResultWriter;
import dev.airlock.sandbox.contract.UnadmittedValueException;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.GuestWords.Refusal;
import dev.airlock.sandbox.message.GuestWords.RefusalKind;
import dev.airlock.sandbox.message.MethodKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs calls, one after the other, on the main thread. */
final class CallRunner {
  private final GuestChannel channel;
  private final GuestLoaders loaders;
  private final PayloadReader payloads;

  CallRunner(GuestChannel channel, GuestLoaders loaders) {
    this.channel = channel;
    this.loaders = loaders;
    this.payloads = new PayloadReader(loaders);
  }

  /** Runs one call and sends how it ended. */
  void run(int number, CallHeader header, byte[] payload) throws IOException {
    channel.begin(number);
    Gate.enterCall(header.callId());
    Answer answer;
    try {
      answer = answer(header, payload);
    } catch (Refused e) {
      answer = new Answer(null, null, e.refusal);
    } finally {
      System.out.flush();
      System.err.flush();
      channel.end();
    }
    if (answer.refusal() != null) {
      channel.refuse(number, answer.refusal());
    } else if (answer.type() != null && answer.body() != null) {
      channel.finish(answer.type(), number, answer.body().array(), answer.body().size());
    }
  }

  private Answer answer(CallHeader header, byte[] payload) throws Refused {
    Body body = prepare(header, payload);
    BoundedBytes out = new BoundedBytes(header.maxResult());
    Object result;
    try {
      result = body.run();
    } catch (Throwable thrown) {
      RemoteStack.trim(thrown);
      writeFailure(thrown, out);
      return new Answer(FrameType.FAILURE, out, null);
    }
    try {
      ResultWriter.write(body.contract(), result, out);
    } catch (BoundedBytes.FullException e) {
      throw new Refused(RefusalKind.TOO_LARGE, e.getMessage(), e);
    } catch (UnadmittedValueException e) {
      throw new Refused(RefusalKind.RESULT, e.getMessage(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Refused(RefusalKind.RESULT, "The result could not be written: " + e, e);
    }
    return new Answer(FrameType.RESULT, out, null);
  }

  private static void writeFailure(Throwable thrown, BoundedBytes out) throws Refused {
    try {
      FailureWriter.write(thrown, out);
    } catch (BoundedBytes.FullException e) {
      throw new Refused(RefusalKind.TOO_LARGE, e.getMessage(), e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new Refused(RefusalKind.RESULT, "The exception could not be written: " + e, e);
    }
  }

  /** Everything that a body needs, or why it cannot be had. */
  private Body prepare(CallHeader header, byte[] payload) throws Refused {
    Method method;
    try {
      method = method(header);
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      throw new Refused(RefusalKind.METHOD, header.method() + ": " + e, e);
    }
    @Nullable Object[] parts;
    try {
      parts = payloads.read(new ByteArrayInputStream(payload));
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw new Refused(RefusalKind.ARGUMENTS, deepest(e), e);
    }
    Object receiver = parts[0];
    Class<?> code = receiver == null ? method.getDeclaringClass() : receiver.getClass();
    Thread.currentThread().setContextClassLoader(code.getClassLoader());
    ResultContract contract = contract(header, method, receiver);
    if (header.kind() == CallHeader.Kind.CALLABLE && receiver instanceof Callable<?> callable) {
      return new Body(contract, callable::call);
    }
    @Nullable Object[] arguments = Arrays.copyOfRange(parts, 1, parts.length);
    return new Body(contract, () -> BodyInvoker.invoke(method, receiver, arguments));
  }

  private ResultContract contract(CallHeader header, Method method, @Nullable Object receiver)
      throws Refused {
    ResultContract contract;
    try {
      List<Class<?>> admitted = new ArrayList<>();
      for (ClassRef type : header.admitted()) {
        admitted.add(loaders.find(type.loader(), type.name()));
      }
      contract =
          ResultContract.compile(
              method.getGenericReturnType(),
              receiver == null ? null : receiver.getClass(),
              admitted);
    } catch (ContractException | ClassNotFoundException | LinkageError | RuntimeException e) {
      throw new Refused(RefusalKind.METHOD, header.method() + ": " + e, e);
    }
    if (!Arrays.equals(contract.digest(), header.contract())) {
      throw new Refused(
          RefusalKind.METHOD,
          header.method() + ": the types of its result differ between host and guest.",
          null);
    }
    return contract;
  }

  private Method method(CallHeader header) throws ClassNotFoundException {
    Class<?> owner = loaders.find(header.owner().loader(), header.owner().name());
    for (Method method : owner.getDeclaredMethods()) {
      if (header.method().equals(MethodKey.of(method))) {
        return method;
      }
    }
    throw new IllegalArgumentException(owner.getName() + " has no such method in the guest.");
  }

  private static String deepest(Throwable thrown) {
    Throwable deepest = thrown;
    for (int i = 0; i < 32 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    return deepest.toString();
  }

  /** A body, and what its result may be. */
  private record Body(ResultContract contract, Running running) {
    @Nullable Object run() throws Throwable {
      return running.run();
    }
  }

  private interface Running {
    @Nullable Object run() throws Throwable;
  }

  /** How a call ended: a frame's type and body, or a refusal. */
  private record Answer(
      @Nullable FrameType type, @Nullable BoundedBytes body, @Nullable Refusal refusal) {}

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(RefusalKind kind, @Nullable String text, @Nullable Throwable cause) {
      super(text, cause);
      refusal = new Refusal(kind, text == null ? "" : text);
    }
  }
}
