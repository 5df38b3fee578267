package org.example;

import dev.airlock.Airlock;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;

/** Gives back what it was given, or nearly. */
@Airlock
class Echo {
  static List<String> list(List<String> value) {
    Show.body();
    return value;
  }

  static Set<Integer> set(Set<Integer> value) {
    Show.body();
    return value;
  }

  static Map<String, List<Map<Integer, Long>>> nested(Map<String, List<Map<Integer, Long>>> value) {
    Show.body();
    return value;
  }

  static SortedSet<String> sorted(SortedSet<String> value) {
    Show.body();
    return value;
  }

  static TreeMap<String, BigDecimal> tree(TreeMap<String, BigDecimal> value) {
    Show.body();
    return value;
  }

  static EnumMap<Colour, String> byColour(EnumMap<Colour, String> value) {
    Show.body();
    return value;
  }

  static Deque<Integer> deque(Deque<Integer> value) {
    Show.body();
    value.addFirst(0);
    return value;
  }

  static LocalDate date(LocalDate value) {
    Show.body();
    return value;
  }

  static Instant instant(Instant value) {
    Show.body();
    return value;
  }

  static ZonedDateTime zoned(ZonedDateTime value) {
    Show.body();
    return value;
  }

  static Duration duration(Duration value) {
    Show.body();
    return value;
  }

  static String text(String value) {
    Show.body();
    return value;
  }

  static Optional<String> optional(Optional<String> value) {
    Show.body();
    return value;
  }

  static OptionalInt optionalInt(OptionalInt value) {
    Show.body();
    return value;
  }

  static BigInteger big(BigInteger value) {
    Show.body();
    return value;
  }

  static UUID uuid(UUID value) {
    Show.body();
    return value;
  }

  static URI uri(URI value) {
    Show.body();
    return value;
  }

  static Locale locale(Locale value) {
    Show.body();
    return value;
  }

  static byte[] bytes(byte[] value) {
    Show.body();
    return value;
  }

  static int[][] grid(int[][] value) {
    Show.body();
    return value;
  }

  static String[] texts(String... value) {
    Show.body();
    return value;
  }

  static Integer boxed(Integer value) {
    Show.body();
    return value;
  }

  static Object open(Object value) {
    Show.body();
    return value;
  }

  static Point point(Point value) {
    Show.body();
    return value;
  }

  static Line<Point> line(Line<Point> value) {
    Show.body();
    return value;
  }

  static Colour colour(Colour value) {
    Show.body();
    return value;
  }

  static Person person(Person value) {
    Show.body();
    return value.older();
  }

  static Form grow(Circle value) {
    Show.body();
    return new Square(value.radius() * 2);
  }

  static Point[] points(Point... value) {
    Show.body();
    return value;
  }

  static Object wrap(Point value) {
    Show.body();
    return List.of(value);
  }

  static Node ring(Node value) {
    Show.body();
    return value;
  }

  static List<Point> points(List<Point> value) {
    Show.body();
    return value;
  }

  static boolean identical(Node first, Node second) {
    Show.body();
    return first == second && first.next.next == first;
  }
}
