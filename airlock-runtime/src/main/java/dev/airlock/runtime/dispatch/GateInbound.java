package dev.airlock.runtime.dispatch;

import dev.airlock.AirlockException;
import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.SandboxExecutionException;
import dev.airlock.runtime.gate.FailureGate;
import dev.airlock.runtime.gate.GateLimits;
import dev.airlock.runtime.gate.RemoteFailure;
import dev.airlock.runtime.gate.ResultGate;
import dev.airlock.runtime.gate.StackJoin;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.guest.Inbound;
import dev.airlock.runtime.target.Target;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The result gate as one conversation uses it. */
final class GateInbound implements Inbound {
  private final Target target;
  private final ResultContract contract;
  private final Guest guest;
  private final GateLimits limits;

  GateInbound(Target target, ResultContract contract, Guest guest) {
    this.target = target;
    this.contract = contract;
    this.guest = guest;
    this.limits = GateLimits.DEFAULT.withMaxBytes(target.policy().maxResult());
  }

  @Override
  public @Nullable Object readResult(InputStream in) throws IOException {
    try {
      return ResultGate.read(contract, in, limits);
    } catch (PayloadTooLargeException e) {
      throw new PayloadTooLargeException(refused(e), e);
    } catch (HostileResultException e) {
      throw new HostileResultException(refused(e), e);
    }
  }

  @Override
  public Throwable readFailure(InputStream in) throws IOException {
    RemoteFailure failure = FailureGate.read(in, target.failures(), limits);
    Throwable rebuilt = failure.rebuilt();
    if (rebuilt != null) {
      StackJoin.join(
          rebuilt,
          failure.stack(),
          guest.isolation() + " " + guest.sandboxId(),
          Thread.currentThread().getStackTrace());
      return rebuilt;
    }
    String said = failure.message() == null ? "" : ": " + failure.message();
    return new SandboxExecutionException(
        target.label() + " threw " + failure.errorType() + said + Remedy.of(failure.errorType()),
        failure.errorType(),
        failure.remoteStackTrace(),
        null);
  }

  private String refused(AirlockException e) {
    return "The result of " + target.label() + " was refused: " + e.getMessage();
  }
}
