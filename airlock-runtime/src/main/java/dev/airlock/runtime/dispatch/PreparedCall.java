package dev.airlock.runtime.dispatch;

import dev.airlock.runtime.guest.CallRequest;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.door.DoorLimits;
import dev.airlock.sandbox.door.DoorSession;
import dev.airlock.sandbox.message.CallHeader;
import dev.airlock.sandbox.message.ClassRef;
import java.util.List;

/** A call that only needs a guest. Closing it shuts the class door for the call. */
final class PreparedCall implements AutoCloseable {
  private final Invocation invocation;
  private final String callId;
  private final ResultContract contract;
  private final Payload payload;
  private final DoorSession session;

  PreparedCall(
      Invocation invocation,
      String callId,
      ResultContract contract,
      Payload payload,
      DoorSession session) {
    this.invocation = invocation;
    this.callId = callId;
    this.contract = contract;
    this.payload = payload;
    this.session = session;
  }

  Target target() {
    return invocation.target();
  }

  /** What is sent to a guest. */
  CallRequest request(Guest guest) {
    session.enter(guest.feature(), DoorLimits.DEFAULT, guest.held());
    Target target = target();
    List<ClassRef> admitted = target.admitted().stream().map(this::ref).toList();
    CallHeader header =
        new CallHeader(
            callId,
            invocation.kind(),
            ref(target.method().getDeclaringClass()),
            target.key(),
            admitted,
            contract.digest(),
            target.policy().maxResult(),
            payload.size());
    return new CallRequest(
        target.label(),
        header,
        payload.array(),
        new DoorServer(
            target.label(), session, guest.meets(target.owner().getName() + "#" + target.key())),
        new GateInbound(target, contract, guest),
        target.policy().timeout());
  }

  /** Lets later calls of the method get ahead what this one, which returned, needed. */
  void learn() {
    session.learn();
  }

  /** Remembers what the guest holds now. */
  void leave(Guest guest) {
    guest.hold(session.served());
  }

  private ClassRef ref(Class<?> type) {
    return new ClassRef(session.loaderOf(type), type.getName());
  }

  @Override
  public void close() {
    session.close();
  }
}
