package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.net.URL;
import java.util.*;
import org.assertj.core.api.AbstractThrowableAssert;

/** Contracts to attack, and what an attack has to end with. */
final class HostilePayloads {
  static final long MIB = 1024 * 1024;

  public record Name(String first, List<String> others) {}

  public record Key(int id) {
    @Override
    public int hashCode() {
      return 1;
    }
  }

  public record Positive(int value) {
    public Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("\u001b[2J" + value);
      }
    }
  }

  public record Self(Self self) {}

  public record Peer(List<Peer> peers) {}

  public record Empty() {}

  public static final class External implements Externalizable {
    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {
      throw new AssertionError("called");
    }
  }

  public static final class Resolved {
    private Object readResolve() {
      throw new AssertionError("called");
    }
  }

  static final ResultContract STRING = RoundTrip.contract(String.class);
  static final ResultContract STRINGS = contract("strings");
  static final ResultContract INT = RoundTrip.contract(int.class);
  static final ResultContract NAME = RoundTrip.contract(Name.class);
  static final ResultContract ANYTHING = RoundTrip.contract(Object.class);

  @SuppressWarnings("unused")
  public interface Methods {
    ArrayList<String> strings();

    ArrayList<Name> names();

    ArrayList<Peer> peers();

    HashSet<Key> keys();

    HashSet<HashSet<Object>> sets();

    HashSet<URL> urls();

    TreeMap<String, Integer> sorted();

    ArrayList<Empty> empties();

    ArrayList<Object> objects();

    HashMap<String, Integer> map();

    HashSet<String> stringSet();
  }

  static ResultContract contract(String method) {
    return RoundTrip.contract(RoundTrip.typeOf(Methods.class, method));
  }

  static AbstractThrowableAssert<?, ?> refused(ResultContract contract, byte[] payload) {
    return assertThatThrownBy(() -> RoundTrip.read(contract, payload))
        .isExactlyInstanceOf(HostileResultException.class)
        .hasMessageContaining("byte ");
  }

  static AbstractThrowableAssert<?, ?> refused(ResultContract contract, Cbor.Items payload) {
    return refused(contract, Cbor.of(payload));
  }

  /** The index of ArrayList among the alternatives of Object: written by the writer itself. */
  static final int ANYTHING_LIST = listIndex();

  static int listIndex() {
    try {
      return RoundTrip.write(ANYTHING, new ArrayList<>())[2];
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private HostilePayloads() {}
}
