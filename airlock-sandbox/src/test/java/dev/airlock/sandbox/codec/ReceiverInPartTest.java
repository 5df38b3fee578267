package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.NotShippableException;
import dev.airlock.sandbox.codec.Samples.Color;
import dev.airlock.sandbox.codec.Samples.Holder;
import dev.airlock.sandbox.codec.Samples.Node;
import dev.airlock.sandbox.codec.Samples.Pair;
import dev.airlock.sandbox.codec.Samples.Point;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiverInPartTest {
  private static final Node BEAN = new Node();

  private final Crossing crossing = new Crossing();

  @Test
  void whatIsNotSentHasItsDefaultValue() throws Exception {
    Object none = crossing.carryInPart(field -> false, new Point(7, "name", "any"))[0];

    assertThat(none)
        .hasAllNullFieldsOrPropertiesExcept(
            "flag", "number", "small", "letter", "middle", "large", "real", "exact");
    assertThat(none)
        .extracting("flag", "number", "small", "letter")
        .containsExactly(false, 0, (byte) 0, (char) 0);
    assertThat(none)
        .extracting("middle", "large", "real", "exact")
        .containsExactly((short) 0, 0L, 0f, 0d);
  }

  @Test
  void whatIsSentArrives() throws Exception {
    Point point = new Point(7, "name", List.of("any"));
    Object all = crossing.carryInPart(field -> true, point)[0];

    assertThat(GraphText.of(all)).isEqualTo(GraphText.of(crossing.carry(point)));
  }

  @Test
  void aHiddenFieldIsToldFromTheOneThatHidesIt() throws Exception {
    FieldFilter ofSuperclass = field -> field.getDeclaringClass() != Point.class;
    Object part = crossing.carryInPart(ofSuperclass, new Point(7, "name", null))[0];

    assertThat(part).extracting("number").isEqualTo(7);
    assertThat(part.getClass().getSuperclass().getDeclaredFields())
        .anySatisfy(
            field -> {
              field.setAccessible(true);
              assertThat(field.get(part)).isEqualTo("base of name");
            });
    assertThat(part).extracting("name").isNull();
  }

  @Test
  void whatIsNotSentNeedNotBeAbleToCross() throws Exception {
    Node bean = new Node();
    bean.next = new Node();
    bean.value = Thread.currentThread();
    bean.others.add(new Node());

    Object part = crossing.carryInPart(but("value"), bean)[0];

    assertThat(part).extracting("value").isNull();
    assertThat(GraphText.of(part)).contains("ArrayList(").doesNotContain("Thread");
  }

  @Test
  void othersOfTheSameClassAreSentInWhole() throws Exception {
    Node bean = new Node();
    bean.value = "of the receiver";
    bean.next = new Node();
    bean.next.value = "of a field";
    Node argument = new Node();
    argument.value = "of an argument";

    Object[] parts = crossing.carryInPart(but("value"), bean, argument);

    assertThat(parts[0]).extracting("value", "next.value").containsExactly(null, "of a field");
    assertThat(parts[1]).extracting("value").isEqualTo("of an argument");
  }

  @Test
  void aReceiverThatASentFieldLeadsBackToIsNotSentInPart() {
    Node bean = new Node();
    bean.next = new Node();
    bean.next.others.add(bean);

    assertThat(refusal(but("value"), bean))
        .isEqualTo("one of the fields that are sent leads back to it");
    assertThat(refusal(field -> false, bean)).isNull();
  }

  static Stream<Object> waysToTheReceiver() {
    Node bean = BEAN;
    IdentityHashMap<Object, Object> identities = new IdentityHashMap<>();
    identities.put(bean, 1);
    return Stream.of(
        bean,
        new Holder(bean),
        new Holder(new Object[] {null, bean}),
        List.of(bean),
        Set.of(bean),
        Map.of(bean, 1),
        Map.of(1, bean),
        Arrays.asList(1, bean),
        identities,
        new Pair(bean, Color.RED),
        Samples.lambda(bean, 1));
  }

  @ParameterizedTest
  @MethodSource("waysToTheReceiver")
  void aReceiverThatAnArgumentLeadsToIsNotSentInPart(Object argument) {
    assertThat(refusal(field -> false, BEAN, "other", argument))
        .isEqualTo("it is also reached from argument 3");
  }

  @Test
  void javaSerializationMakesAWholeCopyOfItsOwn() throws Exception {
    Named bean = new Named("whole");

    Object[] parts =
        crossing.carryInPart(field -> false, bean, new Samples.Failure("m", bean, null));

    assertThat(parts[0]).extracting("name").isNull();
    assertThat(parts[1]).extracting("detail.name").isEqualTo("whole");
  }

  static Stream<Object> notByTheirFields() {
    return Stream.of(
        new Pair(1, 2),
        Color.GREEN,
        new ArrayList<>(),
        "text",
        Samples.lambda("x", 1),
        new Samples.Failure("m", null, null));
  }

  @ParameterizedTest
  @MethodSource("notByTheirFields")
  void whatDoesNotCrossByItsFieldsIsNotSentInPart(Object receiver) {
    assertThat(refusal(field -> false, receiver)).contains("does not cross field by field");
  }

  @Test
  void afterwardsTheWholeCanBeSent() {
    Node bean = new Node();
    bean.value = "whole";

    assertThat(refusal(field -> false, bean, bean)).isNotNull();
    Object[] parts = crossing.carryAll(bean, bean);

    assertThat(parts[0]).isSameAs(parts[1]).extracting("value").isEqualTo("whole");
  }

  @Test
  void theWayToWhatCannotCrossLeadsThroughSentFieldsOnly() {
    Node bean = new Node();
    bean.value = Thread.currentThread();
    bean.next = new Node();
    bean.next.next = new Node();
    bean.next.next.value = Thread.currentThread();

    NotShippableException refused =
        catchThrowableOfType(
            NotShippableException.class, () -> crossing.carryInPart(but("value"), bean));

    assertThat(refused.path()).isEqualTo("argument 1 → next.next.value: java.lang.Thread");
  }

  @Test
  void aFieldThatTheGuestLacksIsNoticedEvenIfItIsNotSent() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PayloadWriter()
        .write(
            new Object[] {new Node()},
            new String[] {"receiver"},
            field -> false,
            type -> 0,
            out,
            Long.MAX_VALUE);
    PayloadReader reader = new PayloadReader((loader, name) -> Holder.class);

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(out.toByteArray())))
        .hasMessageContaining("has other fields on the host");
  }

  private static final class Named implements Serializable {
    private static final long serialVersionUID = 1L;

    final String name;

    Named(String name) {
      this.name = name;
    }
  }

  private static FieldFilter but(String name) {
    return field -> !field.getName().equals(name);
  }

  /** Why the first part is not sent in part, or null if it is. */
  private String refusal(FieldFilter sent, Object... parts) {
    WholeReceiverException refusal =
        catchThrowableOfType(WholeReceiverException.class, () -> crossing.carryInPart(sent, parts));
    return refusal == null ? null : refusal.getMessage();
  }
}
