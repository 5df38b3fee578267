package org.example;

import dev.airlock.AirlockRuntime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Sends values of many types there and back. */
public final class Values {
  private Values() {}

  public static void main(String[] arguments) {
    collections();
    times();
    others();
    ownTypes();
    graphs();
    lambdas();
    Show.hostBodies();
  }

  private static void same(String name, Object sent, Show.Check call) {
    Show.line(
        name,
        () -> {
          Object came = call.run();
          return came.equals(sent) ? came.getClass() == sent.getClass() : "DIFFERENT " + came;
        });
  }

  private static void collections() {
    List<String> list = new ArrayList<>(Arrays.asList("a", null, "c"));
    same("ArrayList", list, () -> Echo.list(list));
    Show.line("List.of", () -> Echo.list(List.of("a")));
    Set<Integer> set = new LinkedHashSet<>(List.of(3, 1, 2));
    same("LinkedHashSet", set, () -> Echo.set(set));
    Map<String, List<Map<Integer, Long>>> nested = new LinkedHashMap<>();
    nested.put("k", new ArrayList<>(List.of(new HashMap<>(Map.of(1, 2L)))));
    same("nested generics", nested, () -> Echo.nested(nested));
    SortedSet<String> sorted = new TreeSet<>(List.of("b", "a"));
    same("TreeSet", sorted, () -> Echo.sorted(sorted));
    TreeMap<String, BigDecimal> tree = new TreeMap<>(Map.of("x", new BigDecimal("1.10")));
    same("TreeMap", tree, () -> Echo.tree(tree));
    EnumMap<Colour, String> byColour = new EnumMap<>(Map.of(Colour.RED, "r"));
    same("EnumMap", byColour, () -> Echo.byColour(byColour));
    Show.line("Deque", () -> Echo.deque(new ArrayDeque<>(List.of(1, 2))));
    Show.line("empty list", () -> Echo.list(List.of()));
  }

  private static void times() {
    same("LocalDate", LocalDate.of(2024, 2, 29), () -> Echo.date(LocalDate.of(2024, 2, 29)));
    Instant instant = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
    same("Instant", instant, () -> Echo.instant(instant));
    ZonedDateTime zoned = instant.atZone(ZoneId.of("Europe/Berlin"));
    same("ZonedDateTime", zoned, () -> Echo.zoned(zoned));
    same("Duration", Duration.ofMillis(1500), () -> Echo.duration(Duration.ofMillis(1500)));
  }

  private static void others() {
    Show.line("null", () -> Echo.text(null));
    same("text", "ä€😀\0\n", () -> Echo.text("ä€😀\0\n"));
    same("Optional", Optional.of("x"), () -> Echo.optional(Optional.of("x")));
    same("empty Optional", Optional.empty(), () -> Echo.optional(Optional.empty()));
    same("OptionalInt", OptionalInt.of(7), () -> Echo.optionalInt(OptionalInt.of(7)));
    BigInteger big = BigInteger.TWO.pow(200).negate();
    same("BigInteger", big, () -> Echo.big(big));
    UUID uuid = new UUID(1, 2);
    same("UUID", uuid, () -> Echo.uuid(uuid));
    same("URI", URI.create("https://a/b?c"), () -> Echo.uri(URI.create("https://a/b?c")));
    same("Locale", Locale.FRANCE, () -> Echo.locale(Locale.FRANCE));
    byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);
    Show.line("byte[]", () -> new String(Echo.bytes(bytes), StandardCharsets.UTF_8));
    Show.line("int[][]", () -> Arrays.deepToString(Echo.grid(new int[][] {{1, 2}, {}, null})));
    Show.line("String[]", () -> Arrays.toString(Echo.texts("a", null)));
    Show.line("boxed null", () -> Echo.boxed(null));
    Show.line("open slot", () -> Echo.open(List.of(1, "a", Map.of("k", 2L))));
  }

  private static void ownTypes() {
    same("record", new Point(1, 2), () -> Echo.point(new Point(1, 2)));
    Line<Point> line = new Line<>(new Point(0, 0), new Point(1, 1));
    same("generic record", line, () -> Echo.line(line));
    Show.line("enum is the same constant", () -> Echo.colour(Colour.GREEN) == Colour.GREEN);
    Show.line("class with fields", () -> Echo.person(new Person("Ada", 36)));
    Show.line("sealed", () -> Echo.grow(new Circle(2)));
    Show.line("own array", () -> Arrays.toString(Echo.points(new Point(1, 1), new Point(2, 2))));
    Show.line("argument's type in an open slot", () -> Echo.wrap(new Point(5, 6)));
  }

  private static void graphs() {
    Node ring = new Node("a");
    ring.next = new Node("b");
    ring.next.next = ring;
    Show.line("cycle", () -> Echo.ring(ring).isRing());
    Point shared = new Point(9, 9);
    Show.line(
        "shared twice",
        () -> {
          List<Point> came = Echo.points(List.of(shared, shared));
          return came.get(0) == came.get(1);
        });
    Show.line("same argument twice", () -> Echo.identical(ring, ring));
  }

  private static void lambdas() {
    int captured = 20;
    List<String> words = List.of("b", "a");
    Show.line("lambda", () -> AirlockRuntime.<Integer>call(() -> captured + 1));
    Show.line(
        "lambda with a list",
        () -> AirlockRuntime.<List<String>>call(() -> words.stream().sorted().toList()));
    Show.line(
        "lambda that runs a lambda",
        () -> AirlockRuntime.<Integer>call(() -> words.stream().mapToInt(String::length).sum()));
    Show.line(
        "method reference", () -> AirlockRuntime.<String>call(new Person("Eve", 1)::greeting));
  }
}
