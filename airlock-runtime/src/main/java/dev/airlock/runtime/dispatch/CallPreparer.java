package dev.airlock.runtime.dispatch;

import dev.airlock.NotShippableException;
import dev.airlock.PayloadTooLargeException;
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
   * @throws NotShippableException if the receiver or an argument cannot cross
   * @throws PayloadTooLargeException if they are larger than the policy permits
   */
  PreparedCall prepare(Invocation invocation, String callId) {
    Target target = invocation.target();
    ResultContract contract = target.contract(invocation.receiverClass());
    DoorSession session = door.open(target.owner(), target.key());
    try {
      Payload payload = encoder.encode(invocation, session);
      return new PreparedCall(invocation, callId, contract, payload, session);
    } catch (PayloadTooLargeException e) {
      session.close();
      throw new PayloadTooLargeException(target.label() + " did not run. " + e.getMessage(), e);
    } catch (NotShippableException e) {
      session.close();
      throw new NotShippableException(
          e.path(), target.label() + " did not run. " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }
}
