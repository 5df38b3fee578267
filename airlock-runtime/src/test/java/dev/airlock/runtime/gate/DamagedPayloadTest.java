package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.AirlockException;
import dev.airlock.HostileResultException;
import dev.airlock.sandbox.contract.ResultContract;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R18: payloads of a correct guest, cut and damaged at every place. */
class DamagedPayloadTest {
  public record Part(String name, Optional<Part> inner) {}

  public static class Bean {
    private Bean self;
    private List<Object> things = new ArrayList<>();
    private long[] numbers = {1, 2};
  }

  private record Golden(ResultContract contract, byte[] payload) {}

  static Stream<Golden> goldens() throws Exception {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("a", new Part("p", Optional.of(new Part(null, Optional.empty()))));
    map.put(5, new Object[] {1L, 'c', 2.5, 1.5f, null, true});
    map.put(UUID.randomUUID(), new TreeMap<>(Map.of("k", Locale.FRANCE, "l", Locale.ROOT)));
    map.put(new BigDecimal("1.5"), BitSet.valueOf(new long[] {3}));
    map.put("time", ZonedDateTime.now(ZoneId.of("Europe/Zurich")));
    Bean bean = new Bean();
    bean.self = bean;
    bean.things.add(bean);
    bean.things.add("x".repeat(300));
    bean.things.add("half \udc00");
    bean.things.add(bean.things);
    ResultContract open = RoundTrip.contract(Object.class, Part.class, Bean.class);
    ResultContract closed = RoundTrip.contract(Bean.class);
    return Stream.of(
        new Golden(open, RoundTrip.write(open, map)),
        new Golden(open, RoundTrip.write(open, List.of(map, map, bean))),
        new Golden(closed, RoundTrip.write(closed, bean)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void R18_aPayloadThatEndsEarlyIsRefused(Golden golden) {
    for (int length = 0; length < golden.payload.length; length++) {
      byte[] cut = Arrays.copyOf(golden.payload, length);
      assertThatThrownBy(() -> RoundTrip.read(golden.contract, cut))
          .isExactlyInstanceOf(HostileResultException.class);
    }
    byte[] longer = Arrays.copyOf(golden.payload, golden.payload.length + 1);
    assertThatThrownBy(() -> RoundTrip.read(golden.contract, longer))
        .isExactlyInstanceOf(HostileResultException.class);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void R18_aFlippedBitIsRefusedOrAnotherAdmittedValue(Golden golden) {
    int refused = 0;
    for (int bit = 0; bit < 8 * golden.payload.length; bit++) {
      byte[] damaged = golden.payload.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        Object value = RoundTrip.read(golden.contract, damaged);
        assertThat(golden.contract.root().raw().isInstance(value) || value == null).isTrue();
      } catch (AirlockException e) {
        assertThat(e).isExactlyInstanceOf(HostileResultException.class);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
