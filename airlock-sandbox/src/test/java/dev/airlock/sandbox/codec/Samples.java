package dev.airlock.sandbox.codec;

import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Classes of an application, to be taken across. */
final class Samples {
  private Samples() {}

  static class Base {
    private final int number;
    private final String name;

    Base(int number, String name) {
      this.number = number;
      this.name = name;
    }
  }

  /** Hides a field of its superclass, and has one of each primitive type. */
  static final class Point extends Base {
    boolean flag = true;
    byte small = -1;
    char letter = '\ud800';
    short middle = Short.MIN_VALUE;
    long large = Long.MIN_VALUE;
    float real = Float.NaN;
    double exact = -0.0;
    private final String name;
    transient Object secret = "secret";
    static Object shared = new Object();
    Object any;

    Point(int number, String name, Object any) {
      super(number, "base of " + name);
      this.name = name;
      this.any = any;
    }
  }

  static final class Node {
    Node next;
    Object value;
    final List<Node> others = new ArrayList<>();
  }

  /** Equal by its id, so that a hash of it before it is complete is a wrong one. */
  static final class Child {
    final Parent parent;
    final String id;

    Child(Parent parent, String id) {
      this.parent = parent;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Child child && child.id.equals(id) && child.parent == parent;
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, parent.name);
    }
  }

  static final class Parent {
    final Set<Child> children = new HashSet<>();
    final String name;

    Parent(String name) {
      this.name = name;
    }

    boolean finds(String id) {
      return children.contains(new Child(this, id));
    }
  }

  record Pair(Object left, Object right) {}

  record Positive(int value, List<String> names) {
    Positive {
      names = List.copyOf(names);
    }
  }

  enum Color {
    RED,
    GREEN {
      @Override
      String shout() {
        return "green!";
      }
    };

    String shout() {
      return "red";
    }
  }

  enum Empty {}

  class Inner {
    String own = "inner";

    Samples outer() {
      return Samples.this;
    }
  }

  static Inner inner() {
    return new Samples().new Inner();
  }

  static Object anonymous(String captured) {
    return new Object() {
      @Override
      public String toString() {
        return captured;
      }
    };
  }

  interface Text extends Supplier<String>, Serializable {}

  interface Mapping extends Function<Object, Object>, Serializable {}

  static Text lambda(Object captured, int number) {
    return () -> captured.toString() + number;
  }

  static Supplier<String> plainLambda(String captured) {
    return () -> captured;
  }

  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  static final class NamedWords extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    final String name;

    NamedWords(String name) {
      this.name = name;
    }
  }

  static final class Ages extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;

    Ages() {
      put("default", 1);
    }
  }

  static final class Recent extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Recent(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
      return size() > most;
    }
  }

  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final Object detail;

    Failure(String message, Object detail, Throwable cause) {
      super(message, cause);
      this.detail = detail;
    }
  }

  static final class Reading {
    Reader reader;

    Reading(InputStream in) {
      this.reader = new Reader();
      reader.in = in;
    }
  }

  static final class Reader {
    InputStream in;
  }

  static final class Cache {
    List<Object> cache = new ArrayList<>();
    Map<Object, Object> map = new LinkedHashMap<>();
  }

  static final class Holder {
    Object value;

    Holder(Object value) {
      this.value = value;
    }
  }

  @SuppressWarnings("deprecation")
  static final class Watched extends java.util.Observable {}

  /** Keeps its content as immutable collections of libraries do. */
  static final class Compact implements Serializable {
    private static final long serialVersionUID = 1L;
    final transient Object[] content;

    Compact(Object... content) {
      this.content = content;
    }

    @Override
    public String toString() {
      return List.of(content).toString();
    }

    Object writeReplace() {
      return new Form(content);
    }

    private record Form(Object[] content) implements Serializable {
      Object readResolve() {
        return new Compact(content);
      }
    }
  }

  static final class Replaced implements Serializable {
    private static final long serialVersionUID = 1L;
    int value = 3;

    Object writeReplace() {
      throw new AssertionError("is not called");
    }
  }
}
