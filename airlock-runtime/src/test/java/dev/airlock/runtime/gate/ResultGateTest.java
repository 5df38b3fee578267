package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import dev.airlock.sandbox.contract.UnadmittedValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ResultGateTest {
  public enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "lush";
      }
    }
  }

  public record Point(int x, int y) {}

  public record Row(String name, List<Point> points, Map<String, Integer> counts) {
    public Row {
      points = List.copyOf(points);
      counts = Map.copyOf(counts);
    }
  }

  public sealed interface Outcome<T> permits Done, Failed {}

  public record Done<T>(T value) implements Outcome<T> {}

  public record Failed<T>(String why) implements Outcome<T> {}

  public static class Node {
    private String name;
    private Node next;
    private List<Node> children = new ArrayList<>();
    private transient Thread worker;

    private Node() {}

    Node(String name) {
      this.name = name;
    }
  }

  public static class SubNode extends Node {
    private int extra;

    SubNode() {}
  }

  public static final class Money {
    private final String currency;
    private final long cents;
    private String note;

    public Money(long cents, String currency) {
      this.cents = cents;
      this.currency = currency;
    }
  }

  public record Loop(List<Loop> peers) {}

  public interface Repository<T> {
    T find();
  }

  public interface Points extends Repository<Point> {}

  @SuppressWarnings("unused")
  public interface Methods {
    Object anything();

    List<Point> points();

    Row row();

    Outcome<BigDecimal> outcome();

    Node node();

    Money money();

    Loop loop();

    Set<Point> pointSet();

    Set<List<String>> badSet();

    SortedMap<String, Long> sorted();

    Map<Color, int[]> colors();

    Optional<Point> maybe();

    Number number();

    Object[] array();

    Color[] colorArray();

    Runnable runnable();

    Queue<String> queue();

    Collection<Node> nodes();

    void nothing();

    EnumSet<Color> enumSet();

    <T extends Comparable<T>> T bounded();
  }

  private static Object through(String method, Object value, Class<?>... admitted)
      throws ContractException, UnadmittedValueException {
    return RoundTrip.of(RoundTrip.contract(Methods.class, method, admitted), value);
  }

  @Test
  void everyScalarComesBackEqualFromAnOpenPlace() throws Exception {
    List<Object> values =
        Arrays.asList(
            true,
            (byte) -1,
            (short) 300,
            'ß',
            1 << 30,
            Long.MIN_VALUE,
            1.5f,
            Math.PI,
            "text",
            "half \ud800 pair",
            "x".repeat(100_000),
            new BigInteger("-123456789012345678901234567890"),
            new BigDecimal("-1.2300E-50"),
            UUID.randomUUID(),
            URI.create("https://example.org/a?b#c"),
            Locale.forLanguageTag("de-CH-1996"),
            Currency.getInstance("CHF"),
            StandardCharsets.UTF_16LE,
            Duration.ofNanos(-1),
            Period.of(1, -2, 3),
            Instant.now(),
            LocalDate.of(-5, 2, 3),
            LocalTime.MAX,
            LocalDateTime.now(),
            OffsetTime.now(),
            OffsetDateTime.now(),
            ZonedDateTime.now(ZoneId.of("Europe/Zurich")),
            Year.of(7),
            YearMonth.of(2020, 2),
            MonthDay.of(2, 29),
            ZoneOffset.ofHours(-3),
            ZoneId.of("Asia/Tokyo"),
            OptionalInt.of(3),
            OptionalInt.empty(),
            OptionalLong.of(1L << 40),
            OptionalDouble.of(2.5),
            BitSet.valueOf(new long[] {5, 9}),
            new Date(12345),
            Optional.of("a"),
            null);
    Object back = through("anything", values);
    assertThat(back).isEqualTo(values);
  }

  @Test
  void mutableScalarsComeBack() throws Exception {
    assertThat(((AtomicInteger) through("anything", new AtomicInteger(4))).get()).isEqualTo(4);
    assertThat(((AtomicLong) through("number", new AtomicLong(4))).get()).isEqualTo(4);
    assertThat(through("anything", new StringBuilder("ab"))).hasToString("ab");
  }

  @Test
  void everyArrayComesBack() throws Exception {
    Object[] arrays = {
      new boolean[] {true, false},
      new byte[] {1, -1},
      new short[] {1, -1},
      new char[] {'a', '\ud800'},
      new int[] {1, -1},
      new long[] {1, -1},
      new float[] {1, Float.NaN},
      new double[] {1, -0.0},
      new String[] {"a", null},
      new Object[] {1, "b", new int[0]}
    };
    assertThat(Arrays.deepEquals((Object[]) through("array", arrays), arrays)).isTrue();
    assertThat(Arrays.deepEquals((Object[]) through("anything", arrays), arrays)).isTrue();
    assertThat(through("array", new Integer[] {1, 2})).isEqualTo(new Integer[] {1, 2});
  }

  @Test
  void arraysOfAdmittedClassesComeBackFromAnOpenPlace() throws Exception {
    Point[] points = {new Point(1, 2), null};
    assertThat(through("anything", points, Point.class)).isEqualTo(points);
  }

  @Test
  void collectionsKeepTheirClass() throws Exception {
    for (Object value :
        List.of(
            new ArrayList<>(List.of(1, 2)),
            new LinkedList<>(List.of("a")),
            new Vector<>(List.of(1)),
            new CopyOnWriteArrayList<>(List.of(1L)),
            new HashSet<>(List.of("b", "a")),
            new LinkedHashSet<>(List.of("b", "a")),
            new TreeSet<>(List.of("b", "a")),
            new ConcurrentSkipListSet<>(List.of(3, 1)),
            new HashMap<>(Map.of("a", List.of(1))),
            new LinkedHashMap<>(Map.of(1, "b")),
            new TreeMap<>(Map.of(2, 3)),
            new ConcurrentHashMap<>(Map.of(2, 3)),
            new ConcurrentSkipListMap<>(Map.of(2, 3)),
            new Hashtable<>(Map.of(2, 3)))) {
      Object back = through("anything", value);
      assertThat(back).isEqualTo(value).hasSameClassAs(value);
    }
    assertThat((Collection<?>) through("queue", new ArrayDeque<>(List.of("a", "b"))))
        .isInstanceOf(ArrayDeque.class)
        .hasToString("[a, b]");
    assertThat((Collection<?>) through("queue", new PriorityQueue<>(List.of("c", "b"))))
        .isInstanceOf(PriorityQueue.class)
        .hasToString("[b, c]");
  }

  @Test
  void unmodifiableCollectionsStayUnmodifiable() throws Exception {
    for (Object value : List.of(List.of(1), Set.of(1), Map.of(1, 2), Collections.emptyList())) {
      Object back = through("anything", value);
      assertThat(back).isEqualTo(value);
      assertThat(back.getClass().getName()).contains("Unmodifiable");
    }
  }

  @Test
  void sortedMapsKeepTheirOrder() throws Exception {
    TreeMap<String, Long> reverse = new TreeMap<>(Comparator.reverseOrder());
    reverse.put("a", 1L);
    reverse.put("b", null);
    Object back = through("sorted", reverse);
    assertThat(back).isEqualTo(reverse).hasToString("{b=null, a=1}");
    assertThatThrownBy(
            () -> through("sorted", new TreeMap<>(Comparator.comparing(Object::hashCode))))
        .isInstanceOf(UnadmittedValueException.class)
        .hasMessageContaining("comparator of its own");
  }

  @Test
  void enumsAndEnumCollectionsComeBack() throws Exception {
    assertThat(through("colorArray", new Color[] {Color.GREEN, Color.RED, null}))
        .isEqualTo(new Color[] {Color.GREEN, Color.RED, null});
    assertThat(through("enumSet", EnumSet.of(Color.GREEN))).isEqualTo(EnumSet.of(Color.GREEN));
    EnumMap<Color, int[]> map = new EnumMap<>(Color.class);
    map.put(Color.GREEN, new int[] {1});
    Object back = through("colors", map);
    assertThat(back).isInstanceOf(EnumMap.class);
    assertThat(((Map<?, ?>) back).get(Color.GREEN)).isEqualTo(new int[] {1});
  }

  @Test
  void recordsAreMadeByTheirConstructorFromCompleteParts() throws Exception {
    Row row = new Row("a", List.of(new Point(1, 2)), Map.of("k", 1));
    assertThat(through("row", row)).isEqualTo(row);
    assertThat(through("outcome", new Done<>(new BigDecimal("1.5"))))
        .isEqualTo(new Done<>(new BigDecimal("1.5")));
    assertThat(through("outcome", new Failed<>("why"))).isEqualTo(new Failed<>("why"));
    assertThat(through("maybe", Optional.of(new Point(1, 2))))
        .isEqualTo(Optional.of(new Point(1, 2)));
    assertThat(through("pointSet", Set.of(new Point(1, 2)))).isEqualTo(Set.of(new Point(1, 2)));
  }

  @Test
  void plainClassesKeepCyclesAndSharing() throws Exception {
    Node root = new Node("root");
    root.next = root;
    root.worker = Thread.currentThread();
    SubNode sub = new SubNode();
    sub.extra = 7;
    root.children = new ArrayList<>(List.of(root, sub, sub));
    Node back = (Node) through("node", root, SubNode.class);
    assertThat(back.name).isEqualTo("root");
    assertThat(back.next).isSameAs(back);
    assertThat(back.children.get(0)).isSameAs(back);
    assertThat(back.children.get(1)).isSameAs(back.children.get(2));
    assertThat(((SubNode) back.children.get(1)).extra).isEqualTo(7);
    assertThat(back.worker).isNull();
  }

  @Test
  void finalFieldsAreSetByTheConstructorThatNamesThem() throws Exception {
    Money money = new Money(5, "CHF");
    money.note = "n";
    Money back = (Money) through("money", money);
    assertThat(back.currency + back.cents + back.note).isEqualTo("CHF5n");
  }

  @Test
  void listsThatHoldThemselvesComeBack() throws Exception {
    List<Object> list = new ArrayList<>();
    list.add(list);
    List<?> back = (List<?>) through("anything", list);
    assertThat(back.get(0)).isSameAs(back);
  }

  @Test
  void aCycleThroughARecordIsNamedInTheGuest() {
    List<Loop> peers = new ArrayList<>();
    Loop loop = new Loop(peers);
    peers.add(loop);
    assertThatThrownBy(() -> through("loop", loop))
        .isInstanceOf(UnadmittedValueException.class)
        .hasMessageContaining("Loop.peers[0]")
        .hasMessageContaining("cycle");
  }

  @Test
  void whatIsNotAdmittedIsNamedWithItsPath() {
    assertThatThrownBy(() -> through("anything", List.of(1, new Node("x"))))
        .isInstanceOf(UnadmittedValueException.class)
        .hasMessageContaining("Object[1]")
        .hasMessageContaining("ResultGateTest$Node")
        .hasMessageContaining("resultTypes");
  }

  @Test
  void whatCanNeverBeAResultIsRefusedBeforeTheCall() {
    assertThatThrownBy(() -> through("badSet", null))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("List instead");
    assertThatThrownBy(() -> through("runnable", null))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("java.lang.Runnable is open");
  }

  @Test
  void typeVariablesAreResolvedThroughTheReceiver() throws Exception {
    ResultContract contract =
        ResultContract.compile(
            Repository.class.getMethod("find").getGenericReturnType(), Points.class, List.of());
    assertThat(RoundTrip.of(contract, new Point(3, 4))).isEqualTo(new Point(3, 4));
    assertThat(through("bounded", "text")).isEqualTo("text");
  }

  @Test
  void theDigestIsThatOfTheTable() throws Exception {
    assertThat(RoundTrip.contract(Methods.class, "node").digest())
        .hasSize(32)
        .isEqualTo(RoundTrip.contract(Methods.class, "node").digest())
        .isNotEqualTo(RoundTrip.contract(Methods.class, "node", SubNode.class).digest());
  }
}
