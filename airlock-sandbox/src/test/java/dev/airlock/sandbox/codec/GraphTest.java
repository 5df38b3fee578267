package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.codec.Samples.Node;
import dev.airlock.sandbox.codec.Samples.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphTest {
  private final Crossing crossing = new Crossing();

  @Test
  void oneObjectInTwoPartsStaysOne() throws Exception {
    Node shared = new Node();
    String text = new String("text");
    Object[] got = crossing.carryAll(shared, new Pair(shared, text), text, List.of(text));

    assertThat(ApplicationTypesTest.field(got[1], "left")).isSameAs(got[0]);
    assertThat(ApplicationTypesTest.field(got[1], "right")).isSameAs(got[2]);
    assertThat(((List<?>) got[3]).get(0)).isSameAs(got[2]);
  }

  @Test
  void equalObjectsStayTwo() {
    Object[] got = crossing.carryAll(new String("x"), new String("x"));

    assertThat(got[0]).isNotSameAs(got[1]);
  }

  @Test
  void cyclesThroughFieldsArraysCollectionsAndViewsStay() {
    Node node = new Node();
    node.next = node;
    node.others.add(node);
    Object[] array = new Object[1];
    array[0] = array;
    node.value = array;
    List<Object> fixed = Arrays.asList(new Object[1]);
    fixed.set(0, fixed);
    Node behind = new Node();
    behind.value = Collections.unmodifiableList(behind.others);
    behind.others.add(behind);
    AtomicReference<Object> reference = new AtomicReference<>();
    reference.set(reference);
    Map<Object, Object> map = new HashMap<>();
    map.put("self", map);

    Object[] got = crossing.carryAll(node, behind);

    assertThat(GraphText.of(got)).isEqualTo(GraphText.of(new Object[] {node, behind}));
    assertThat(((List<?>) crossing.carry(fixed)).get(0)).isInstanceOf(List.class);
    AtomicReference<?> copy = (AtomicReference<?>) crossing.carry(reference);
    assertThat(copy.get()).isSameAs(copy);
    Map<?, ?> selfish = (Map<?, ?>) crossing.carry(map);
    assertThat(selfish.get("self")).isSameAs(selfish);
  }

  @Test
  void aSetWhoseElementsHashWhatHoldsItStillFindsThem() throws Exception {
    Samples.Parent parent = new Samples.Parent("p");
    parent.children.add(new Samples.Child(parent, "one"));
    parent.children.add(new Samples.Child(parent, "two"));

    Object got = crossing.carry(parent);

    var finds = got.getClass().getDeclaredMethod("finds", String.class);
    finds.setAccessible(true);
    assertThat(finds.invoke(got, "one")).isEqualTo(true);
    assertThat(finds.invoke(got, "none")).isEqualTo(false);
  }

  @Test
  void messagesDoNotKnowOfEachOther() {
    Node node = new Node();
    byte[] first = crossing.write(node, "text");

    assertThat(crossing.write(node, "text")).isEqualTo(first);
  }

  @Test
  void manyThreadsMayWriteAtOnce() {
    Samples.Point point = new Samples.Point(1, "p", List.of(1));
    byte[] alone = crossing.write(point, point);

    assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> crossing.write(point, point)))
        .allSatisfy(bytes -> assertThat(bytes).isEqualTo(alone));
  }

  @Property(tries = 300)
  void anyGraphCrossesAsAnEqualOne(@ForAll("graphs") Object graph) {
    assertThat(GraphText.of(crossing.carry(graph))).isEqualTo(GraphText.of(graph));
  }

  @Property(tries = 200)
  void anyLinksBetweenNodesStay(@ForAll("links") List<Integer> links) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      nodes.add(new Node());
    }
    for (int i = 0; i < links.size(); i++) {
      Node to = nodes.get(links.get(i) % nodes.size());
      nodes.get(i).next = to;
      to.others.add(nodes.get(i));
      to.value = nodes;
    }

    assertThat(GraphText.of(crossing.carry(nodes))).isEqualTo(GraphText.of(nodes));
  }

  @Provide
  Arbitrary<List<Integer>> links() {
    return Arbitraries.integers().between(0, 1000).list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<Object> graphs() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().injectNull(0.1).asGeneric(),
            Arbitraries.integers().asGeneric(),
            Arbitraries.longs().asGeneric(),
            Arbitraries.doubles().asGeneric(),
            Arbitraries.chars().asGeneric(),
            Arbitraries.bytes().array(byte[].class).asGeneric(),
            Arbitraries.bigIntegers().asGeneric(),
            Arbitraries.bigDecimals().asGeneric(),
            Arbitraries.of(Samples.Color.values()).asGeneric(),
            Arbitraries.of(Thread.class, int[].class, Samples.Pair.class).asGeneric());
    return Arbitraries.recursive(() -> leaves, this::grown, 0, 4);
  }

  private Arbitrary<Object> grown(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner.list().ofMaxSize(4).asGeneric(),
        inner.array(Object[].class).ofMaxSize(4).asGeneric(),
        inner.list().ofMaxSize(3).map(Collections::unmodifiableList),
        inner.optional().asGeneric(),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), inner).ofMaxSize(3).asGeneric(),
        Combinators.combine(inner, inner).as(Pair::new),
        Combinators.combine(Arbitraries.integers(), Arbitraries.strings(), inner)
            .as(Samples.Point::new));
  }
}
