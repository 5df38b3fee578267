package dev.airlock.runtime.dispatch;

import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.codec.PayloadWriter;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.DoorSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Turns an invocation into a call that only needs a guest. Thread-safe. */
public final class CallPreparer {
  private final ClassDoor door;
  private final PayloadWriter payloads = new PayloadWriter();

  /** A preparer whose guests get their classes through a door. */
  public CallPreparer(ClassDoor door) {
    this.door = door;
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
      Payload payload = new Payload();
      payloads.write(
          invocation.parts(), invocation.labels(), session, payload, target.policy().maxPayload());
      return new PreparedCall(
          invocation, callId, contract, payload.array(), payload.size(), session);
    } catch (IOException e) {
      session.close();
      throw new AssertionError("A byte array does not fail.", e);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** A byte array stream whose array can be sent without a copy. */
  private static final class Payload extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
