package dev.airlock.sandbox.shim;

import dev.airlock.Isolation;
import dev.airlock.sandbox.codec.PayloadWriter;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameType;
import dev.airlock.sandbox.frame.FrameWriter;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassRef;
import dev.airlock.sandbox.message.Hello;
import dev.airlock.sandbox.message.MethodKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of the shim with itself: the greeting, some calls of methods of the JDK, the end.
 * It loads the classes that a guest needs for any call, so that an archive of them can be made.
 */
final class WarmUp {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final FrameWriter writer = new FrameWriter(said);
  private final PayloadWriter payloads = new PayloadWriter();
  private int calls;

  private WarmUp() {}

  /** Holds the conversation. */
  static void run() throws Exception {
    WarmUp host = new WarmUp();
    host.say();
    new Shim(new ByteArrayInputStream(host.said.toByteArray()), OutputStream.nullOutputStream())
        .serve();
  }

  private void say() throws Exception {
    Hello hello =
        new Hello(Hello.VERSION, new byte[Hello.NONCE_BYTES], Isolation.NAMESPACES, "warm-up");
    writer.write(FrameType.HELLO, 0, 0, hello.encode());
    call(Integer.class.getMethod("parseInt", String.class), null, "17");
    call(Integer.class.getMethod("parseInt", String.class), null, "not a number");
    call(String.class.getMethod("concat", String.class), "a", "b");
    call(
        List.class.getMethod("copyOf", java.util.Collection.class),
        null,
        new ArrayList<>(List.of(1L, "x")));
    call(Map.class.getMethod("copyOf", Map.class), null, new HashMap<>(Map.of("k", 1.5)));
    writer.flush();
  }

  private void call(Method method, @Nullable Object receiver, Object argument)
      throws IOException, ContractException {
    calls++;
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payloads.write(
        new Object[] {receiver, argument},
        new String[] {"receiver", "argument 1"},
        type -> 0,
        payload,
        Integer.MAX_VALUE);
    ResultContract contract =
        ResultContract.compile(
            method.getGenericReturnType(),
            receiver == null ? null : receiver.getClass(),
            List.of());
    CallHeader header =
        new CallHeader(
            "warm-up",
            CallHeader.Kind.METHOD,
            new ClassRef(0, method.getDeclaringClass().getName()),
            MethodKey.of(method),
            List.of(),
            contract.digest(),
            payload.size());
    writer.write(FrameType.CALL, 0, calls, header.encode());
    writer.write(FrameType.ARGUMENTS, Frame.LAST, calls, payload.toByteArray());
  }
}
