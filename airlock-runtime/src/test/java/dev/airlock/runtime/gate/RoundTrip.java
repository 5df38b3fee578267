package dev.airlock.runtime.gate;

import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.contract.ResultWriter;
import dev.airlock.sandbox.contract.UnadmittedValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;

/** Contracts from the return types of named methods, and values through writer and gate. */
final class RoundTrip {
  private RoundTrip() {}

  static ResultContract contract(Class<?> holder, String method, Class<?>... admitted)
      throws ContractException {
    return ResultContract.compile(typeOf(holder, method), holder, List.of(admitted));
  }

  static Type typeOf(Class<?> holder, String method) {
    for (var candidate : holder.getMethods()) {
      if (candidate.getName().equals(method) && !candidate.isBridge()) {
        return candidate.getGenericReturnType();
      }
    }
    throw new AssertionError("no method " + method);
  }

  static ResultContract contract(Type type, Class<?>... admitted) {
    try {
      return ResultContract.compile(type, null, List.of(admitted));
    } catch (ContractException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] write(ResultContract contract, Object value) throws UnadmittedValueException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ResultWriter.write(contract, value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static Object read(ResultContract contract, byte[] payload) {
    return read(contract, payload, GateLimits.DEFAULT);
  }

  static Object read(ResultContract contract, byte[] payload, GateLimits limits) {
    try {
      return ResultGate.read(contract, new ByteArrayInputStream(payload), limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object of(ResultContract contract, Object value) throws UnadmittedValueException {
    return read(contract, write(contract, value));
  }
}
