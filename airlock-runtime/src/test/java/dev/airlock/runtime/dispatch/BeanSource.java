package dev.airlock.runtime.dispatch;

import java.util.Random;

/**
 * Writes the source of a random class {@code Bean} and of its subclass {@code Sub}, whose methods
 * {@code m0(int, Object)} to {@code m4} use the receiver in random ways. They give the same result
 * whenever they get the same.
 */
final class BeanSource {
  static final int METHODS = 5;

  private static final int FIELDS = 4;

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private BeanSource(long seed) {
    random = new Random(seed);
  }

  static String of(long seed) {
    BeanSource source = new BeanSource(seed);
    source.write();
    return source.text.toString();
  }

  private void write() {
    text.append("import java.util.*; import java.util.function.*;\n");
    text.append("interface Face { int m0(int d, Object arg); int size();\n");
    text.append("  default int twice() { return 2 * size(); } }\n");
    text.append("class Bean implements Face { Object ref;\n");
    fields("a");
    methods("a");
    text.append("  Bean self() { return this; }\n");
    text.append("  static int helped(Bean bean, int d, Object arg) { return ");
    text.append("bean.a").append(random.nextInt(FIELDS)).append(" + bean.m1(d - 1, arg); }\n");
    text.append("}\nclass Sub extends Bean {\n");
    fields("b");
    methods("b");
    text.append("}\n");
  }

  private void fields(String prefix) {
    for (int i = 0; i < FIELDS; i++) {
      text.append("  int ").append(prefix).append(i).append(";\n");
    }
  }

  private void methods(String own) {
    boolean all = own.equals("a");
    for (int i = 0; i < METHODS; i++) {
      if (all || random.nextInt(3) == 0) {
        text.append("  public int m").append(i).append("(int d, Object arg) {\n");
        text.append("    if (d <= 0) return ").append(i).append(";\n    return ");
        text.append(expression(own)).append(" + 31 * ").append(expression(own)).append(";\n  }\n");
      }
    }
    if (all || random.nextBoolean()) {
      text.append("  public int size() { return ").append(field(own)).append("; }\n");
      text.append("  @Override public int hashCode() { return ").append(field(own)).append("; }\n");
      text.append("  @Override public String toString() { return \"s\" + ");
      text.append(field(own)).append("; }\n");
      text.append("  @Override public boolean equals(Object other) {\n");
      text.append("    return other instanceof Bean that && ").append(field("a"));
      text.append(" == that.").append(field("a")).append("; }\n");
    }
  }

  private String expression(String own) {
    String field = field(own);
    String base = field("a");
    String call = "m" + random.nextInt(METHODS) + "(d - 1, arg)";
    return switch (random.nextInt(26)) {
      case 0, 1, 2, 3, 4 -> field;
      case 5, 6, 7, 8, 9 -> call;
      case 10 -> own.equals("b") ? "super." + call : "this." + call;
      case 11 -> "helped(this, d, arg)";
      case 12 -> "((IntSupplier) () -> " + field + " + " + call + ").getAsInt()";
      case 13 -> "((IntSupplier) this::size).getAsInt()";
      case 14 -> "((Supplier<IntSupplier>) () -> () -> " + field + ").get().getAsInt()";
      case 15 -> rare("self()." + base, field);
      case 16 -> rare("new Object() { int v() { return " + field + "; } }.v()", field);
      case 17 -> rare("List.of(this).hashCode()", field);
      case 18 -> "(arg instanceof Bean bean ? bean." + base + " : 3)";
      case 19 -> "(arg instanceof Collection<?> all ? all.hashCode() : 5)";
      case 20 -> "(ref instanceof Bean bean ? bean." + call + " : 7)";
      case 21 -> "(" + field + " = " + field + " + 1)";
      case 22 -> "twice()";
      case 23 -> "((d % 2 == 0 ? this : new Bean())." + base + ")";
      case 24 -> "(equals(arg) ? hashCode() : toString().length())";
      default -> rare("((Function<Bean, Integer>) b -> b." + base + ").apply(this)", field);
    };
  }

  /** Most methods shall be such that only some fields are sent. */
  private String rare(String expression, String otherwise) {
    return random.nextInt(4) == 0 ? expression : otherwise;
  }

  private String field(String prefix) {
    return prefix + random.nextInt(FIELDS);
  }
}
