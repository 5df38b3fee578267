package org.example;

import java.io.Serializable;

enum Colour {
  RED,
  GREEN
}

record Point(int x, int y) {}

record Line<T>(T from, T to) {}

sealed interface Form permits Circle, Square {}

record Circle(double radius) implements Form {}

record Square(double side) implements Form {}

class Person implements Serializable {
  private String name;
  private int age;

  Person() {}

  Person(String name, int age) {
    this.name = name;
    this.age = age;
  }

  String greeting() {
    Show.body();
    return "I am " + name;
  }

  Person older() {
    return new Person(name, age + 1);
  }

  @Override
  public String toString() {
    return name + " " + age;
  }
}

class Node {
  String name;
  Node next;

  Node() {}

  Node(String name) {
    this.name = name;
  }

  boolean isRing() {
    return next != this && next.next == this;
  }
}
