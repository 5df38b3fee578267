package dev.airlock.runtime.gate;

import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Turns the payload of a failure into an exception of the host, or into text. Thread-safe. */
public final class FailureGate {
  private FailureGate() {}

  /**
   * Reads one failure. Blocks while the stream has no bytes. Runs constructors of exceptions that
   * the contract has; loads no class.
   *
   * @param in the payload and nothing after it; not closed
   * @throws HostileResultException if the payload is no failure, or costs more than the limits
   *     allow
   * @throws PayloadTooLargeException if it has more bytes than the limits allow
   * @throws IOException if the stream failed
   */
  public static RemoteFailure read(InputStream in, FailureContract contract, GateLimits limits)
      throws IOException {
    BoundedInput input = new BoundedInput(in, limits.maxBytes());
    FailureReader reader = new FailureReader(input, limits);
    GuestThrowable failure =
        (GuestThrowable)
            Objects.requireNonNull(PayloadGuard.run(input, reader::refusal, reader::read));
    return new RemoteFailure(
        failure.type(),
        failure.message(),
        failure.frames(),
        failure.text(),
        new ExceptionRebuilder(contract).rebuild(failure));
  }
}
