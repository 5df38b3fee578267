package dev.airlock.runtime.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.airlock.Gate;
import dev.airlock.SandboxCallable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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

  private interface Sized {
    int getOne();

    int size2();

    default int twice() {
      return 2 * getOne();
    }

    default int throughPrivate() {
      return hidden();
    }

    private int hidden() {
      return size2();
    }
  }

  @SuppressWarnings({"unused", "UnusedVariable"})
  private static class Service implements Sized, Cloneable {
    static Object kept;

    int one;
    int two;
    Object dataSource;

    int readsOne() {
      return one;
    }

    int readsNothing() {
      return 1;
    }

    int readsThroughAGetter() {
      return getOne();
    }

    @Override
    public int getOne() {
      return one;
    }

    @Override
    public int size2() {
      return two;
    }

    void writesOne() {
      one = 3;
    }

    int readsInALambda() {
      IntSupplier lambda = () -> two;
      return lambda.getAsInt();
    }

    int readsInANestedLambda() {
      Supplier<IntSupplier> lambda = () -> () -> two;
      return lambda.get().getAsInt();
    }

    int readsInAMethodReference() {
      IntSupplier reference = this::getOne;
      return reference.getAsInt();
    }

    int readsInAStaticMethod() {
      return staticTwo(5L, this);
    }

    static int staticTwo(long wide, Service service) {
      return service.two;
    }

    int readsThroughACopyOfThis() {
      Service self = this;
      Object same = self;
      return ((Service) same).one;
    }

    int readsThroughABranch() {
      Service either = kept == null ? this : new Service();
      return either.one;
    }

    int readsInALoop() {
      int sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += two;
      }
      return sum;
    }

    int readsInAHandler() {
      try {
        return Integer.parseInt("x");
      } catch (NumberFormatException e) {
        return one;
      }
    }

    int locksItself() {
      synchronized (this) {
        return two;
      }
    }

    boolean comparesItself(Object other) {
      return this == other || this instanceof Runnable;
    }

    String asksItsClass() {
      return getClass().getName();
    }

    int callsHashCode() {
      return hashCode();
    }

    boolean callsEqualsOnItself() {
      return equals(kept);
    }

    String callsToString() {
      return toString();
    }

    @Override
    public int hashCode() {
      return one;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Service that && one == that.one;
    }

    @Override
    public String toString() {
      return String.valueOf(two);
    }

    int recursesWithAWideArgument(double depth) {
      return depth < 0 ? one : recursesWithAWideArgument(depth - 1);
    }

    int callsADefaultMethod() {
      return twice();
    }

    int callsAnInterfaceMethod() {
      Sized sized = this;
      return sized.getOne();
    }

    int callsAPrivateMethodOfItsInterface() {
      return throughPrivate();
    }

    Object goesThroughTheGate() throws Throwable {
      Object[] result = Gate.enter(Service.class, "goesThroughTheGate()V", this, new Object[0]);
      return result == null ? two : result[0];
    }

    Object returnsItself() {
      return this;
    }

    void storesItselfInAField() {
      dataSource = this;
    }

    void storesItselfInAStatic() {
      kept = this;
    }

    Object storesItselfInAnArray() {
      return new Object[] {this};
    }

    int givesItselfAway() {
      return Objects.hashCode(this);
    }

    boolean givesItselfToAnObject() {
      return List.of().contains(this);
    }

    String concatenatesItself() {
      return "I am " + this;
    }

    Object makesAnInnerObject() {
      return new Inner();
    }

    IntSupplier makesAnAnonymousObject() {
      return new IntSupplier() {
        @Override
        public int getAsInt() {
          return one;
        }
      };
    }

    SandboxCallable<Integer> makesASerializableLambda() {
      return () -> one;
    }

    Object passesItselfToALambda() {
      Function<Service, Integer> lambda = service -> service.one;
      return lambda.apply(this);
    }

    Object returnsItselfFromALambda() {
      Supplier<Object> lambda = () -> this;
      return lambda.get();
    }

    Object clonesItself() throws CloneNotSupportedException {
      return clone();
    }

    void callsANativeMethod() {
      nothing();
    }

    native void nothing();

    Object reachesItselfThroughABranch() {
      Object either = one > 2 ? this : "text";
      return either;
    }

    private Service self() {
      return this;
    }

    int readsThroughAPrivateHelperThatReturnsIt() {
      return self().one;
    }

    int readsThroughAPrivateMethod() {
      return own();
    }

    private int own() {
      return two;
    }

    int readsThroughAPackageMethod() {
      return packaged();
    }

    int packaged() {
      return two;
    }

    private final class Inner {
      int one() {
        return one;
      }
    }
  }

  private static final class Overriding extends Service {
    private int overriding;

    @Override
    public int getOne() {
      return overriding;
    }
  }

  private static final class SuperCall extends Service {
    private int added;

    @Override
    public int getOne() {
      return added + super.getOne();
    }
  }

  private static final class Escaping extends Service {
    @Override
    public int getOne() {
      return System.identityHashCode(this);
    }
  }

  @SuppressWarnings("unused")
  private static final class Hiding extends Service {
    private int one;

    int readsOwn() {
      return one;
    }
  }

  @SuppressWarnings("unused")
  private static final class SamePrivate extends Service {
    private int other;

    private int own() {
      return other;
    }
  }

  private static final class PackageOverriding extends Service {
    private int other;

    @Override
    int packaged() {
      return other;
    }
  }
}
