package dev.airlock.runtime.capture;

import dev.airlock.Gate;
import dev.airlock.SandboxCallable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Receivers that reach their fields, and let go of themselves, in every way that is looked for. */
final class SlicedReceivers {
  private SlicedReceivers() {}

  interface Sized {
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
  static class Service implements Sized, Cloneable {
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

  static class Printed {
    private int one;

    String prints() {
      return toString();
    }

    @Override
    public int hashCode() {
      return one;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  static final class Overriding extends Service {
    private int overriding;

    @Override
    public int getOne() {
      return overriding;
    }
  }

  static final class SuperCall extends Service {
    private int added;

    @Override
    public int getOne() {
      return added + super.getOne();
    }
  }

  static final class Escaping extends Service {
    @Override
    public int getOne() {
      return System.identityHashCode(this);
    }
  }

  @SuppressWarnings("unused")
  static final class Hiding extends Service {
    private int one;

    int readsOwn() {
      return one;
    }
  }

  @SuppressWarnings("unused")
  static final class SamePrivate extends Service {
    private int other;

    private int own() {
      return other;
    }
  }

  static final class PackageOverriding extends Service {
    private int other;

    @Override
    int packaged() {
      return other;
    }
  }
}
