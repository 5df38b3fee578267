package dev.airlock.runtime.dispatch;

import dev.airlock.NotShippableException;
import dev.airlock.runtime.capture.ReceiverSlice;
import dev.airlock.runtime.capture.Slice;
import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.codec.ClassNaming;
import dev.airlock.sandbox.codec.PayloadWriter;
import dev.airlock.sandbox.codec.WholeReceiverException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Encodes what a call takes along: the arguments, and of the receiver the fields that the method
 * can reach, where that can be told, else all of it. Thread-safe.
 */
final class PayloadEncoder {
  private final PayloadWriter payloads = new PayloadWriter();
  private final ReceiverSlice slices;

  PayloadEncoder(ReceiverSlice slices) {
    this.slices = slices;
  }

  /**
   * Encodes the parts of an invocation.
   *
   * @throws NotShippableException if the receiver or an argument cannot cross
   * @throws dev.airlock.PayloadTooLargeException if they are larger than the policy permits
   */
  Payload encode(Invocation invocation, ClassNaming naming) {
    Slice slice = slice(invocation);
    try {
      return slice.isAll()
          ? whole(invocation, naming, slice.reason())
          : part(invocation, naming, slice);
    } catch (WholeReceiverException e) {
      return whole(invocation, naming, String.valueOf(e.getMessage()));
    }
  }

  private Slice slice(Invocation invocation) {
    Class<?> receiver = invocation.receiverClass();
    Method method = invocation.target().method();
    return receiver != null
            && !Modifier.isStatic(method.getModifiers())
            && method.getDeclaringClass().isAssignableFrom(receiver)
        ? slices.of(method, receiver)
        : Slice.all("");
  }

  private Payload part(Invocation invocation, ClassNaming naming, Slice slice)
      throws WholeReceiverException {
    Payload payload = new Payload();
    try {
      payloads.write(
          invocation.parts(),
          invocation.labels(),
          slice::contains,
          naming,
          payload,
          invocation.target().policy().maxPayload());
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return payload;
  }

  private Payload whole(Invocation invocation, ClassNaming naming, String why) {
    Payload payload = new Payload();
    Target target = invocation.target();
    try {
      payloads.write(
          invocation.parts(), invocation.labels(), naming, payload, target.policy().maxPayload());
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    } catch (NotShippableException e) {
      throw why.isEmpty() || !e.path().startsWith(invocation.labels()[0] + " → ")
          ? e
          : explained(e, target, why);
    }
    return payload;
  }

  /** Says why a field is in the way that the method perhaps does not even use. */
  private static NotShippableException explained(
      NotShippableException e, Target target, String why) {
    return new NotShippableException(
        e.path(),
        e.getMessage()
            + " All of the receiver is sent and not only what "
            + target.label()
            + " uses. Reason: "
            + why
            + ".",
        e.getCause());
  }
}
