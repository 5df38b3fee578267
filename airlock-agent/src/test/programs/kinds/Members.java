package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockContext;
import java.util.List;

interface Getter {
  String get(String text);
}

class Counter {
  private int value;

  Counter(int value) {
    this.value = value;
  }

  int value() {
    return value;
  }

  @Airlock
  int plus(int other) {
    Show.body();
    return value + other;
  }

  @Airlock
  int increment() {
    Show.body();
    return ++value;
  }

  @Airlock
  final String finalMethod() {
    Show.body();
    return "final " + value;
  }

  String callsPrivate() {
    return secret();
  }

  @Airlock
  private String secret() {
    Show.body();
    return "private " + value;
  }
}

class Box<T> {
  private final List<T> items;

  Box(List<T> items) {
    this.items = items;
  }

  @Airlock(resultTypes = String.class)
  T first() {
    Show.body();
    return items.get(0);
  }
}

interface Described {
  String left();

  @Airlock
  default String described() {
    Show.body();
    return "<" + left() + ">";
  }

  @Airlock
  static String shout(String text) {
    Show.body();
    return text + "!";
  }
}

record Pair(String left, String right) implements Described {
  @Airlock
  Pair swapped() {
    Show.body();
    return new Pair(right, left);
  }
}

enum Level {
  LOW,
  HIGH,
  ODD {
    @Override
    @Airlock
    Level above() {
      Show.body();
      return LOW;
    }
  };

  @Airlock
  Level above() {
    Show.body();
    return values()[(ordinal() + 1) % values().length];
  }
}

class Outer {
  private final String name;

  Outer(String name) {
    this.name = name;
  }

  class Inner {
    private final String own;

    Inner(String own) {
      this.own = own;
    }

    @Airlock
    String both() {
      Show.body();
      return name + own;
    }
  }
}

class Parent {
  @Airlock
  String name() {
    Show.body();
    return "parent";
  }

  @Airlock
  String inherited() {
    Show.body();
    return "of " + name();
  }
}

class Child extends Parent {
  @Override
  @Airlock
  String name() {
    Show.body();
    return "child of " + super.name();
  }
}

@Airlock
class Whole {
  final boolean builtOnTheHost;

  Whole() {
    builtOnTheHost = !AirlockContext.isSandboxed();
  }

  String instance() {
    Show.body();
    return "instance ";
  }

  static String statically() {
    Show.body();
    return "static";
  }

  @Airlock(sandbox = false)
  static boolean onTheHost() {
    return !AirlockContext.isSandboxed();
  }
}

@Airlock
class Primitives {
  static boolean not(boolean value) {
    Show.body();
    return !value;
  }

  static byte next(byte value) {
    Show.body();
    return ++value;
  }

  static short next(short value) {
    Show.body();
    return ++value;
  }

  static char next(char value) {
    Show.body();
    return ++value;
  }

  static int next(int value) {
    Show.body();
    return ++value;
  }

  static long next(long value) {
    Show.body();
    return ++value;
  }

  static float same(float value) {
    Show.body();
    return value;
  }

  static double same(double value) {
    Show.body();
    return value;
  }
}
