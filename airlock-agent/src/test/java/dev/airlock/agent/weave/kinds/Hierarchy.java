package dev.airlock.agent.weave.kinds;

import java.util.ArrayList;

/** Methods that one type has and another declares. */
public final class Hierarchy {
  private Hierarchy() {}

  /** Without any body. */
  public interface Parser {
    String go(String text);
  }

  /** With a body for one of two. */
  public abstract static class Partly implements Parser {
    public abstract String go(int number);

    @Override
    public String go(String text) {
      return text;
    }
  }

  /** Declares nothing. */
  public abstract static class Child extends Partly {}

  /** Declares nothing either. */
  public static class Grandchild extends Child {
    @Override
    public String go(int number) {
      return "" + number;
    }

    private void unrelated() {}
  }

  /** Inherits from the JDK. */
  public static class Names extends ArrayList<String> {}
}
