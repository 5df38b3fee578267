package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.contract.ResultContract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a contract admits comes back equal. */
class RoundTripPropertiesTest {
  public enum Level {
    LOW,
    HIGH
  }

  public record Leaf(String text, int number, double ratio, Level level) {}

  public record Tree(
      Optional<Leaf> leaf,
      List<Tree> children,
      Map<String, Object> attributes,
      Set<Level> levels,
      TreeMap<Long, BigDecimal> prices) {}

  private static final ResultContract OBJECT = RoundTrip.contract(Object.class, Leaf.class);
  private static final ResultContract TREE = RoundTrip.contract(Tree.class, Leaf.class);
  private static final ResultContract LONGS = RoundTrip.contract(long[].class);

  @Property(tries = 2000)
  void openValuesComeBackEqual(@ForAll("values") Object value) throws Exception {
    assertThat(RoundTrip.of(OBJECT, value)).isEqualTo(value);
  }

  @Property(tries = 200)
  void treesOfRecordsComeBackEqual(@ForAll("trees") Tree tree) throws Exception {
    assertThat(RoundTrip.of(TREE, tree)).isEqualTo(tree);
  }

  @Property(tries = 500)
  void arraysComeBackEqual(@ForAll long[] values) throws Exception {
    assertThat(RoundTrip.of(LONGS, values)).isEqualTo(values);
  }

  @Property(tries = 500)
  void anyTextComesBackEqual(@ForAll("texts") String text) throws Exception {
    assertThat(RoundTrip.of(OBJECT, text)).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('\0', '\uffff').ofMaxLength(3000);
  }

  @Provide
  Arbitrary<Object> values() {
    return values(3);
  }

  private Arbitrary<Object> values(int depth) {
    Arbitrary<Object> scalars = scalars();
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Object> inner = Arbitraries.lazy(() -> values(depth - 1));
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(4).map(list -> (Object) new ArrayList<>(list)),
        scalars.list().ofMaxSize(4).map(list -> (Object) new LinkedHashSet<>(list)),
        Arbitraries.maps(scalars, inner)
            .ofMaxSize(4)
            .map(map -> (Object) new LinkedHashMap<>(map)));
  }

  private Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20).map(Object.class::cast),
        Arbitraries.integers().map(Object.class::cast),
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.doubles().map(Object.class::cast),
        Arbitraries.floats().map(Object.class::cast),
        Arbitraries.bigIntegers().map(Object.class::cast),
        Arbitraries.bigDecimals().map(Object.class::cast),
        Arbitraries.chars().map(Object.class::cast),
        Arbitraries.longs()
            .between(-1L << 40, 1L << 40)
            .map(Instant::ofEpochMilli)
            .map(Object.class::cast),
        Arbitraries.longs()
            .between(-100_000, 100_000)
            .map(LocalDate::ofEpochDay)
            .map(Object.class::cast),
        leaves().map(Object.class::cast));
  }

  private static Arbitrary<Leaf> leaves() {
    return Combinators.combine(
            Arbitraries.strings().ofMaxLength(9).injectNull(0.1),
            Arbitraries.integers(),
            Arbitraries.doubles(),
            Arbitraries.of(Level.class).injectNull(0.1))
        .as(Leaf::new);
  }

  @Provide
  Arbitrary<Tree> trees() {
    return trees(2);
  }

  private Arbitrary<Tree> trees(int depth) {
    Arbitrary<List<Tree>> children =
        depth == 0
            ? Arbitraries.just(new ArrayList<>())
            : Arbitraries.lazy(() -> trees(depth - 1)).list().ofMaxSize(2);
    return Combinators.combine(
            leaves().optional(),
            children,
            Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), values(1)).ofMaxSize(3),
            Arbitraries.of(Level.class).set(),
            Arbitraries.maps(Arbitraries.longs(), Arbitraries.bigDecimals())
                .ofMaxSize(2)
                .map(TreeMap::new))
        .as(Tree::new);
  }

  @Property(tries = 300)
  void bigNumbersComeBackEqual(@ForAll BigInteger number) throws Exception {
    assertThat(RoundTrip.of(OBJECT, number)).isEqualTo(number);
  }
}
