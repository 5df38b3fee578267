package dev.airlock.runtime.dispatch;

import dev.airlock.runtime.capture.ReceiverSlice;
import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.DoorSession;

/** Turns an invocation into a call that only needs a guest. Thread-safe. */
public final class CallPreparer {
  private final ClassDoor door;
  private final PayloadEncoder encoder;

  /**
   * A preparer.
   *
   * @param door where guests get their classes from
   * @param slices knows which fields of a receiver a method can reach, in the code that guests get
   */
  public CallPreparer(ClassDoor door, ReceiverSlice slices) {
    this.door = door;
    this.encoder = new PayloadEncoder(slices);
  }

  /**
   * Finds out everything that can be wrong before a guest is needed, and encodes what is sent.
   *
   * @throws dev.airlock.SandboxConfigurationException if the result could never come back
   * @throws dev.airlock.NotShippableException if the receiver or an argument cannot cross
   * @throws dev.airlock.PayloadTooLargeException if they are larger than the policy permits
   */
  PreparedCall prepare(Invocation invocation, String callId) {
    Target target = invocation.target();
    ResultContract contract = target.contract(invocation.receiverClass());
    DoorSession session = door.open(target.owner(), target.key());
    try {
      Payload payload = encoder.encode(invocation, session);
      return new PreparedCall(invocation, callId, contract, payload, session);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }
}
