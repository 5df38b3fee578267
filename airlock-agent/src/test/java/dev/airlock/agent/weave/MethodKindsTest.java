package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.airlock.Airlock;
import dev.airlock.Gate;
import dev.airlock.agent.weave.kinds.Members;
import dev.airlock.agent.weave.kinds.Primitives;
import dev.airlock.agent.weave.kinds.Shape;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of method, behind the gate. */
class MethodKindsTest {
  private static final WeavingLoader LOADER = new WeavingLoader();

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          boolean.class,
          true,
          byte.class,
          (byte) 7,
          char.class,
          'x',
          short.class,
          (short) 700,
          int.class,
          70_000,
          long.class,
          1L << 40,
          float.class,
          1.5f,
          double.class,
          2.5);

  static Stream<Method> methods() throws ClassNotFoundException {
    List<Method> found = new ArrayList<>();
    for (Class<?> type :
        List.of(
            Primitives.class,
            Members.class,
            Members.Inner.class,
            Members.Nested.class,
            Shape.class,
            Shape.Square.class,
            Shape.Unit.class,
            Shape.Unit.DOT.getClass())) {
      Arrays.stream(LOADER.fixture(type).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Airlock.class))
          .forEach(found::add);
    }
    assertThat(found).hasSize(24);
    return found.stream();
  }

  @BeforeEach
  void noBodyRan() {
    Canary.reset();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void callGoesToTheDispatcherAndItsResultToTheCaller(Method method) throws Throwable {
    Object receiver = receiver(method);
    Object[] arguments = arguments(method);
    Object result = resultOf(method);
    List<Object> seen = new ArrayList<>();
    TestRuntime.use(
        (owner, key, self, values) -> {
          seen.addAll(Arrays.asList(owner, key, self));
          seen.addAll(Arrays.asList(values));
          return result;
        });

    Object returned = call(method, receiver, arguments);

    List<Object> expected =
        new ArrayList<>(Arrays.asList(method.getDeclaringClass(), keyOf(method), receiver));
    expected.addAll(Arrays.asList(arguments));
    assertThat(seen).isEqualTo(expected);
    assertThat(returned).isEqualTo(method.getReturnType() == void.class ? null : result);
    assertThat(Canary.bodies()).isZero();
    assertThat(LOADER.registry.isWoven(method.getDeclaringClass(), keyOf(method))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whatTheDispatcherThrowsReachesTheCaller(Method method) throws Throwable {
    Object receiver = receiver(method);
    Exception undeclared = new Exception("from the sandbox");
    TestRuntime.use(
        (owner, key, self, values) -> {
          throw undeclared;
        });

    assertThat(catchThrowable(() -> call(method, receiver, arguments(method))))
        .isSameAs(undeclared);
    assertThat(Canary.bodies()).isZero();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void nullFromTheDispatcherDoesNotRunTheBody(Method method) throws Throwable {
    Object receiver = receiver(method);
    TestRuntime.use((owner, key, self, values) -> null);

    Throwable thrown = catchThrowable(() -> call(method, receiver, arguments(method)));

    // A null for a primitive can only fail; for anything else it is a result like another.
    Class<?> expected =
        VALUES.containsKey(method.getReturnType()) ? NullPointerException.class : null;
    assertThat(thrown == null ? null : thrown.getClass()).isEqualTo(expected);
    assertThat(Canary.bodies()).isZero();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void resultOfAnotherTypeIsRefusedInTheCallersFrame(Method method) throws Throwable {
    Object receiver = receiver(method);
    TestRuntime.use((owner, key, self, values) -> new Object());

    Throwable thrown = catchThrowable(() -> call(method, receiver, arguments(method)));

    Class<?> returned = method.getReturnType();
    assertThat(thrown == null).isEqualTo(returned == void.class);
    assertThat(thrown == null || thrown instanceof ClassCastException).isTrue();
    assertThat(Canary.bodies()).isZero();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void bodyRunsWhereTheDispatcherLetsIt(Method method) throws Throwable {
    Object receiver = receiver(method);
    TestRuntime.use((owner, key, self, values) -> Gate.RUN_BODY);

    call(method, receiver, arguments(method));

    assertThat(Canary.bodies()).isPositive();
  }

  private static Object call(Method method, Object receiver, Object[] arguments) throws Throwable {
    method.setAccessible(true);
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object receiver(Method method) throws ReflectiveOperationException {
    return Modifier.isStatic(method.getModifiers()) ? null : make(method.getDeclaringClass());
  }

  private static Object make(Class<?> type) throws ReflectiveOperationException {
    if (type.isEnum() || type.getSuperclass() != null && type.getSuperclass().isEnum()) {
      return (type.isEnum() ? type : type.getSuperclass()).getEnumConstants()[0];
    }
    if (type.isInterface()) {
      return make(LOADER.fixture(Shape.Square.class));
    }
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    Object[] arguments = new Object[constructor.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> parameter = constructor.getParameterTypes()[i];
      arguments[i] = VALUES.containsKey(parameter) ? VALUES.get(parameter) : make(parameter);
    }
    return constructor.newInstance(arguments);
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(MethodKindsTest::value).toArray();
  }

  private static Object resultOf(Method method) {
    return value(method.getReturnType());
  }

  private static Object value(Class<?> type) {
    if (type == String[].class) {
      return new String[] {"a", "b"};
    }
    if (type == int[][].class) {
      return new int[][] {{1}};
    }
    if (type == List.class) {
      return List.of("b");
    }
    return VALUES.containsKey(type) ? VALUES.get(type) : "text";
  }

  private static String keyOf(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }
}
