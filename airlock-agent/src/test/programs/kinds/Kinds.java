package org.example;

import dev.airlock.Airlock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls an annotated method of each kind. */
public final class Kinds {
  static int written;

  private Kinds() {}

  public static void main(String[] arguments) {
    statics();
    instances();
    types();
    primitives();
    Show.hostBodies();
  }

  private static void statics() {
    Show.line("static", () -> twice("a"));
    Show.line("private static", () -> hidden("a"));
    Show.line("final", () -> new Counter(1).finalMethod());
    Show.line("varargs", () -> join("-", "a", "b", "c"));
    Show.line("varargs empty", () -> join("-"));
    Show.line("generic", () -> greatest(List.of(3, 9, 4), Comparator.naturalOrder()));
    Show.line(
        "void",
        () -> {
          change(5);
          return written;
        });
    Show.line("recursive", () -> factorial(10));
    Show.line("many arguments", () -> many(1, 2L, 3f, 4d, "five", 'c', true, (byte) 8, (short) 9));
  }

  private static void instances() {
    Counter counter = new Counter(40);
    Show.line("instance with state", () -> counter.plus(2));
    Show.line("receiver is a copy", () -> counter.increment() + " then " + counter.value());
    Show.line("private", () -> counter.callsPrivate());
    Show.line("generic class", () -> new Box<>(List.of("x")).first());
    Show.line("default", () -> new Pair("l", "r").described());
    Show.line("static of an interface", () -> Described.shout("a"));
    Show.line("record", () -> new Pair("l", "r").swapped());
    Show.line("enum", () -> Level.HIGH.above());
    Show.line("enum with a body", () -> Level.ODD.above());
    Show.line("nested", () -> new Outer("o").new Inner("i").both());
    Show.line("local class", Kinds::local);
    Show.line("anonymous class", () -> anonymous().get("a"));
    Show.line("override through super", () -> new Child().name());
    Show.line("inherited", () -> new Child().inherited());
  }

  private static void types() {
    Show.line("class-level", () -> new Whole().instance() + Whole.statically());
    Show.line("class-level, one taken out", () -> Whole.onTheHost());
    Show.line("class-level, constructor", () -> new Whole().builtOnTheHost);
  }

  private static void primitives() {
    Show.line("boolean", () -> Primitives.not(true));
    Show.line("byte", () -> Primitives.next((byte) 127));
    Show.line("short", () -> Primitives.next((short) 1));
    Show.line("char", () -> Primitives.next('a'));
    Show.line("int", () -> Primitives.next(Integer.MAX_VALUE));
    Show.line("long", () -> Primitives.next(Long.MAX_VALUE));
    Show.line("float", () -> Primitives.same(Float.NaN));
    Show.line("double", () -> Primitives.same(-0.0));
  }

  @Airlock
  static String twice(String text) {
    Show.body();
    return text + text;
  }

  @Airlock
  private static String hidden(String text) {
    Show.body();
    return text.toUpperCase();
  }

  @Airlock
  static String join(String separator, String... parts) {
    Show.body();
    return Stream.of(parts).collect(Collectors.joining(separator, "<", ">"));
  }

  @Airlock
  static <T extends Comparable<T>> T greatest(List<T> items, Comparator<T> order) {
    Show.body();
    return items.stream().max(order).orElseThrow();
  }

  @Airlock
  static void change(int value) {
    Show.body();
    written = value;
  }

  @Airlock
  static long factorial(int n) {
    Show.body();
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  @Airlock
  static String many(
      int a, long b, float c, double d, String e, char f, boolean g, byte h, short i) {
    Show.body();
    return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i;
  }

  private static String local() {
    class Local {
      @Airlock
      String say() {
        Show.body();
        return "local";
      }
    }
    return new Local().say();
  }

  private static Getter anonymous() {
    return new Getter() {
      @Override
      @Airlock
      public String get(String text) {
        Show.body();
        return text + "!";
      }
    };
  }
}
