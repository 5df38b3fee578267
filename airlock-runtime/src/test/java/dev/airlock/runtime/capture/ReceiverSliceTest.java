package dev.airlock.runtime.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.airlock.runtime.capture.SlicedReceivers.Escaping;
import dev.airlock.runtime.capture.SlicedReceivers.Hiding;
import dev.airlock.runtime.capture.SlicedReceivers.Overriding;
import dev.airlock.runtime.capture.SlicedReceivers.PackageOverriding;
import dev.airlock.runtime.capture.SlicedReceivers.Printed;
import dev.airlock.runtime.capture.SlicedReceivers.SamePrivate;
import dev.airlock.runtime.capture.SlicedReceivers.Service;
import dev.airlock.runtime.capture.SlicedReceivers.SuperCall;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverSliceTest {
  private static final ClassFiles FILES = ReceiverSliceTest::open;

  private final ReceiverSlice slices = new ReceiverSlice(FILES);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "readsOne; [one]",
        "readsNothing; []",
        "readsThroughAGetter; [one]",
        "writesOne; [one]",
        "readsInALambda; [two]",
        "readsInANestedLambda; [two]",
        "readsInAMethodReference; [one]",
        "readsInAStaticMethod; [two]",
        "readsThroughACopyOfThis; [one]",
        "readsThroughABranch; [one]",
        "readsInALoop; [two]",
        "readsInAHandler; [one]",
        "locksItself; [two]",
        "comparesItself; []",
        "asksItsClass; []",
        "callsHashCode; [one]",
        "callsEqualsOnItself; [one]",
        "callsToString; [two]",
        "recursesWithAWideArgument; [one]",
        "callsADefaultMethod; [one]",
        "callsAnInterfaceMethod; [one]",
        "callsAPrivateMethodOfItsInterface; [two]",
        "goesThroughTheGate; [two]",
      })
  void fieldsThatAreReachedAreSent(String method, String fields) {
    assertThat(slice(Service.class, Service.class, method)).hasToString(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "returnsItself; returned",
        "storesItselfInAField; stored in a field",
        "storesItselfInAStatic; stored in a static field",
        "storesItselfInAnArray; stored in an array",
        "givesItselfAway; given to java/util/Objects",
        "givesItselfToAnObject; given to java/util/List.contains",
        "concatenatesItself; given to java/lang/",
        "makesAnInnerObject; given to",
        "makesAnAnonymousObject; given to",
        "makesASerializableLambda; given to java/lang/invoke/LambdaMetafactory",
        "passesItselfToALambda; given to java/util/function/Function.apply",
        "returnsItselfFromALambda; returned",
        "clonesItself; no method clone",
        "callsANativeMethod; has no byte code",
        "reachesItselfThroughABranch; returned",
        "readsThroughAPrivateHelperThatReturnsIt; returned",
      })
  void whereTheReceiverCannotBeFollowedAllOfItIsSent(String method, String reason) {
    Slice slice = slice(Service.class, Service.class, method);

    assertThat(slice.isAll()).as(slice.toString()).isTrue();
    assertThat(slice.reason()).contains(reason);
  }

  @Test
  void aFieldThatIsNotTouchedIsLeftOut() throws NoSuchFieldException {
    Slice slice = slice(Service.class, Service.class, "readsOne");

    assertThat(slice.contains(Service.class.getDeclaredField("one"))).isTrue();
    assertThat(slice.contains(Service.class.getDeclaredField("dataSource"))).isFalse();
  }

  @Test
  void anOverridingOfTheReceiversClassIsWhatIsFollowed() {
    assertThat(slice(Service.class, Overriding.class, "readsThroughAGetter"))
        .hasToString("[overriding]");
    assertThat(slice(Service.class, SuperCall.class, "readsThroughAGetter"))
        .hasToString("[added, one]");
    assertThat(slice(Service.class, Escaping.class, "readsThroughAGetter").isAll()).isTrue();
    assertThat(slice(Service.class, Overriding.class, "callsADefaultMethod"))
        .hasToString("[overriding]");
  }

  @Test
  void aHiddenFieldIsToldFromTheOneThatHidesIt() throws NoSuchFieldException {
    assertThat(slice(Service.class, Hiding.class, "readsOne").fields())
        .containsExactly(Service.class.getDeclaredField("one"));
    assertThat(slice(Hiding.class, Hiding.class, "readsOwn").fields())
        .containsExactly(Hiding.class.getDeclaredField("one"));
  }

  @Test
  void theToStringOfObjectCallsHashCode() {
    assertThat(slice(Printed.class, Printed.class, "prints")).hasToString("[one]");
  }

  @Test
  void aMethodThatWasEnteredBySuperIsTheOneThatIsFollowed() {
    assertThat(slice(Service.class, Overriding.class, "getOne")).hasToString("[one]");
  }

  @Test
  void privateMethodsOfEqualNameStayApart() {
    assertThat(slice(Service.class, SamePrivate.class, "readsThroughAPrivateMethod"))
        .hasToString("[two]");
  }

  @Test
  void methodsThatAreOverriddenWithinAPackageOnlyAreAllFollowed() {
    assertThat(slice(Service.class, PackageOverriding.class, "readsThroughAPackageMethod"))
        .hasToString("[other, two]");
  }

  @Test
  void unknownByteCodeMeansAll() {
    ReceiverSlice blind = new ReceiverSlice(type -> type == Service.class ? null : open(type));
    ReceiverSlice broken = new ReceiverSlice(type -> InputStream.nullInputStream());
    ReceiverSlice failing =
        new ReceiverSlice(
            type -> {
              throw new IOException("gone");
            });
    Method method = method(Service.class, "readsOne");

    for (ReceiverSlice slices : List.of(blind, broken, failing)) {
      assertThat(slices.of(method, Service.class).isAll()).isTrue();
    }
    assertThat(blind.of(method(Overriding.class, "getOne"), Overriding.class))
        .hasToString("[overriding]");
  }

  @Test
  void aClassFileIsReadOnceForAMethod() {
    int[] opened = {0};
    ReceiverSlice counting =
        new ReceiverSlice(
            type -> {
              opened[0]++;
              return open(type);
            });
    Method method = method(Service.class, "readsOne");

    Slice first = counting.of(method, Service.class);
    int afterFirst = opened[0];

    assertThat(counting.of(method, Service.class)).isSameAs(first);
    assertThat(opened[0]).isEqualTo(afterFirst).isPositive();
  }

  @Test
  void staticMethodsAndOtherClassesAreNoReceiversMethods() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slice(Service.class, Service.class, "staticTwo"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slice(Overriding.class, Service.class, "getOne"));
  }

  private Slice slice(Class<?> declaring, Class<?> actual, String method) {
    return slices.of(method(declaring, method), actual);
  }

  private static Method method(Class<?> declaring, String name) {
    return Arrays.stream(declaring.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static InputStream open(Class<?> type) {
    String name = type.getName();
    return type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class");
  }
}
