package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.codec.Samples.Color;
import dev.airlock.sandbox.codec.Samples.Pair;
import dev.airlock.sandbox.codec.Samples.Point;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ApplicationTypesTest {
  private final Crossing crossing = new Crossing();

  @Test
  void fieldsCrossInheritedPrivateAndFinalOnes() {
    Point point = new Point(Integer.MIN_VALUE, "é\ud83d\ude00", List.of(1));

    Object got = crossing.carry(point);

    assertThat(got.getClass()).isSameAs(crossing.inGuest(Point.class)).isNotSameAs(Point.class);
    assertThat(GraphText.of(got)).isEqualTo(GraphText.of(point));
  }

  @Test
  void transientAndStaticFieldsDoNotCross() throws Exception {
    Object got = crossing.carry(new Point(1, "p", null));

    assertThat(field(got, "secret")).isNull();
    assertThat(new String(crossing.write(new Point(1, "p", null)), "ISO-8859-1"))
        .doesNotContain("secret", "secre\u00f4");
  }

  @Test
  void recordsAreMadeByTheirConstructor() {
    Samples.Positive record = new Samples.Positive(3, List.of("a"));

    assertThat(GraphText.of(crossing.carry(record))).isEqualTo(GraphText.of(record));
  }

  @Test
  void constantsAreTheGuestsOwn() {
    Object[] got = crossing.carryAll(Color.RED, Color.GREEN, new Pair(Color.GREEN, Color.RED));

    Object[] constants = crossing.inGuest(Color.class).getEnumConstants();
    assertThat(got[0]).isSameAs(constants[0]);
    assertThat(got[1]).isSameAs(constants[1]);
    assertThat(got[2].toString()).isEqualTo("Pair[left=GREEN, right=RED]");
  }

  @Test
  void innerAndAnonymousObjectsKeepWhatTheyCaptured() throws Exception {
    Object[] got = crossing.carryAll(Samples.inner(), Samples.anonymous("captured"));

    assertThat(field(got[0], "own")).isEqualTo("inner");
    assertThat(field(got[0], "this$0").getClass()).isSameAs(crossing.inGuest(Samples.class));
    assertThat(got[1]).hasToString("captured");
  }

  @Test
  void arraysKeepTheirTypeAndDepth() {
    Object[] arrays = {
      new Point[][] {{new Point(1, "a", null), null}, null},
      new int[][][] {{{1, 2}, {}}, {}},
      new Runnable[0],
      new Color[] {Color.GREEN},
      new List<?>[] {List.of(1)},
      new Thread[1]
    };

    Object got = crossing.carry(arrays);

    assertThat(GraphText.of(got)).isEqualTo(GraphText.of(arrays));
    assertThat(((Object[]) got)[0].getClass().getComponentType().getComponentType())
        .isSameAs(crossing.inGuest(Point.class));
  }

  @Test
  void classesCrossByName() {
    Object[] got =
        crossing.carryAll(
            Point.class, Point[][].class, int.class, int[].class, void.class, Map.Entry.class);

    assertThat(got)
        .containsExactly(
            crossing.inGuest(Point.class),
            crossing.inGuest(Point[][].class),
            int.class,
            int[].class,
            void.class,
            Map.Entry.class);
    assertThat(crossing.carry(Thread.class)).isSameAs(Thread.class);
  }

  @Test
  void serializableLambdasAreMadeAgainInTheGuest() {
    Object got = crossing.carry(Samples.lambda(new StringBuilder("n"), 4));

    assertThat(((Supplier<?>) got).get()).isEqualTo("n4");
    assertThat(got.getClass().getClassLoader())
        .isSameAs(crossing.inGuest(Samples.class).getClassLoader());
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatALambdaCapturedIsPartOfTheGraph() {
    StringBuilder shared = new StringBuilder("x");
    Object[] got = crossing.carryAll(Samples.lambda(shared, 1), shared);

    ((StringBuilder) got[1]).append('y');

    assertThat(((Supplier<String>) got[0]).get()).isEqualTo("xy1");
  }

  @Test
  @SuppressWarnings("unchecked")
  void methodReferencesAreMadeAgainInTheGuest() {
    Samples.Mapping unbound = Object::toString;
    Samples.Text bound = "bound"::toString;
    Object[] got = crossing.carryAll(unbound, bound);

    assertThat(((Function<Object, Object>) got[0]).apply(12)).isEqualTo("12");
    assertThat(((Supplier<String>) got[1]).get()).isEqualTo("bound");
  }

  @Test
  void proxiesCrossWithTheirHandler() throws Exception {
    Object proxy =
        Proxy.newProxyInstance(
            Samples.class.getClassLoader(),
            new Class<?>[] {Samples.Text.class},
            new Answering("answer"));

    Object got = crossing.carry(proxy);

    assertThat(((Supplier<?>) got).get()).isEqualTo("answer");
    assertThat(crossing.inGuest(Samples.Text.class)).isAssignableFrom(got.getClass());
  }

  @Test
  void subclassesOfCollectionsCrossByTheirContent() {
    Samples.Words words = new Samples.Words();
    words.add("w");
    Samples.Ages ages = new Samples.Ages();
    ages.clear();
    ages.put("a", 2);

    Object[] got = crossing.carryAll(words, ages);

    assertThat(got[0].getClass()).isSameAs(crossing.inGuest(Samples.Words.class));
    assertThat(got[0]).isEqualTo(words);
    assertThat(got[1]).isEqualTo(Map.of("a", 2));
  }

  @Test
  void subclassesOfCollectionsWithFieldsCrossByJavaSerialization() throws Exception {
    Samples.NamedWords words = new Samples.NamedWords("n");
    words.add("w");
    Samples.Recent recent = new Samples.Recent(1);
    recent.put("k", Color.RED);

    Object[] got = crossing.carryAll(words, recent);

    assertThat(got[0]).isEqualTo(words);
    assertThat(field(got[0], "name")).isEqualTo("n");
    assertThat(got[1]).hasToString("{k=RED}");
    assertThat(field(got[1], "most")).isEqualTo(1);
  }

  @Test
  void exceptionsCrossWithCauseAndStack() throws Exception {
    Samples.Failure failure =
        new Samples.Failure("message", new Color[] {Color.RED}, new IllegalStateException("cause"));
    failure.addSuppressed(new RuntimeException("suppressed"));

    Throwable got = (Throwable) crossing.carry(failure);

    assertThat(got.getClass()).isSameAs(crossing.inGuest(Samples.Failure.class));
    assertThat(got).hasMessage("message").hasCauseInstanceOf(IllegalStateException.class);
    assertThat(got.getStackTrace()).isEqualTo(failure.getStackTrace());
    assertThat(got.getSuppressed()).hasSize(1);
    assertThat(field(got, "detail").getClass()).isSameAs(crossing.inGuest(Color[].class));
  }

  @Test
  void theHooksOfSerializableClassesAreNotCalled() throws Exception {
    assertThat(field(crossing.carry(new Samples.Replaced()), "value")).isEqualTo(3);
  }

  @Test
  void aClassThatHidesItsStateAndSaysHowItIsSerializedIsAsked() {
    Object got = crossing.carry(new Samples.Compact(1, Color.RED));

    assertThat(got.getClass()).isSameAs(crossing.inGuest(Samples.Compact.class));
    assertThat(got).hasToString("[1, RED]");
  }

  @Test
  @SuppressWarnings("unchecked")
  void lambdasOfTheJdkAreMadeAgainInTheGuest() {
    Comparator<Map.Entry<String, Integer>> byKey = Map.Entry.comparingByKey();

    Object got = crossing.carry(byKey);

    assertThat(((Comparator<Object>) got).compare(Map.entry("a", 2), Map.entry("b", 1)))
        .isNegative();
  }

  @Test
  void severalVersionsOfAClassAreToldApartByTheirLoader() {
    Object other = new Crossing().carry(new Point(1, "other", null));

    assertThat(GraphText.of(crossing.carry(new Pair(other, new Point(2, "mine", null)))))
        .contains("other", "mine");
  }

  static Object field(Object owner, String name) throws Exception {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  /** A handler whose class and state cross. */
  record Answering(String answer) implements java.lang.reflect.InvocationHandler {
    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      return answer;
    }
  }
}
