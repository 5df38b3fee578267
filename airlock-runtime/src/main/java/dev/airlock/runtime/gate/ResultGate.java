package dev.airlock.runtime.gate;

import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Turns the payload of a result into the objects that a contract admits. Thread-safe. */
public final class ResultGate {
  private ResultGate() {}

  /**
   * Reads one result. Blocks while the stream has no bytes. Runs constructors, {@code hashCode} and
   * {@code equals} of records and classes that the contract names, with values that the sandbox
   * chose; runs no other code of the application and loads no class.
   *
   * @param in the payload and nothing after it; not closed
   * @throws HostileResultException if the payload is not what the contract admits, or costs more
   *     than the limits allow
   * @throws PayloadTooLargeException if it has more bytes than the limits allow; no more than one
   *     beyond them has been taken from the stream
   * @throws IOException if the stream failed
   */
  public static @Nullable Object read(ResultContract contract, InputStream in, GateLimits limits)
      throws IOException {
    BoundedInput input = new BoundedInput(in, limits.maxBytes());
    GraphReader reader = new GraphReader(contract, input, limits);
    return PayloadGuard.run(input, reader::refusal, reader::read);
  }
}
