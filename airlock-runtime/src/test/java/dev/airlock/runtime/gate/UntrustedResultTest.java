package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.Untrusted;
import dev.airlock.sandbox.contract.ResultContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class UntrustedResultTest {
  /** Methods whose return types are tried. */
  public interface Methods {
    Untrusted<List<Integer>> numbers();

    List<Untrusted<String>> texts();
  }

  private final ResultContract numbers = contract("numbers");

  @Test
  void whatIsUntrustedArrivesOutOfReach() throws Exception {
    Object result = RoundTrip.read(numbers, RoundTrip.write(numbers, Untrusted.of(List.of(1, 2))));
    assertThat(result).isInstanceOf(Untrusted.class).hasToString("Untrusted");
    assertThat(((Untrusted<?>) result).unverifiedBecause("a test compares it"))
        .isEqualTo(List.of(1, 2));
  }

  @Test
  void aValueOfNullIsAValue() throws Exception {
    Object result = RoundTrip.read(numbers, RoundTrip.write(numbers, Untrusted.of(null)));
    assertThat(((Untrusted<?>) result).unverifiedBecause("a test compares it")).isNull();
  }

  @Test
  void anElementCanBeUntrusted() throws Exception {
    ResultContract texts = contract("texts");
    Object result = RoundTrip.read(texts, RoundTrip.write(texts, List.of(Untrusted.of("a"))));
    assertThat((List<?>) result)
        .singleElement()
        .satisfies(
            text ->
                assertThat(((Untrusted<?>) text).unverifiedBecause("a test compares it"))
                    .isEqualTo("a"));
  }

  @Test
  void whatIsInsideIsOfTheDeclaredTypeAllTheSame_R01() {
    // An array of one array of a text, where numbers belong.
    byte[] text = {(byte) 0x81, (byte) 0x81, 0x61, 'x'};
    assertThatThrownBy(() -> RoundTrip.read(numbers, text))
        .isInstanceOf(HostileResultException.class);
  }

  @Test
  void twoValuesOrNoneAreRefused() {
    byte[] none = {(byte) 0x80};
    byte[] two = {(byte) 0x82, (byte) 0xf6, (byte) 0xf6};
    for (byte[] payload : List.of(none, two)) {
      assertThatThrownBy(() -> RoundTrip.read(numbers, payload))
          .isInstanceOf(HostileResultException.class)
          .hasMessageContaining("an Untrusted is not one value");
    }
  }

  private static ResultContract contract(String method) {
    return RoundTrip.contract(RoundTrip.typeOf(Methods.class, method));
  }
}
