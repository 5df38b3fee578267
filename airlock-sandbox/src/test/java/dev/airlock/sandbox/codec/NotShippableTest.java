package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.NotShippableException;
import dev.airlock.sandbox.codec.Samples.Cache;
import dev.airlock.sandbox.codec.Samples.Color;
import dev.airlock.sandbox.codec.Samples.Holder;
import dev.airlock.sandbox.codec.Samples.Node;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotShippableTest {
  private final Crossing crossing = new Crossing();

  @Test
  void aFieldIsNamedByItsWay() {
    assertThat(path(new Samples.Reading(new ByteArrayInputStream(new byte[0]))))
        .isEqualTo("argument 1 → reader.in: java.io.ByteArrayInputStream");
  }

  @Test
  void anElementIsNamedByItsIndex() {
    Cache cache = new Cache();
    cache.cache.addAll(List.of(1, 2, "x", new Holder(Thread.currentThread())));

    assertThat(path(cache)).isEqualTo("argument 1 → cache[3].value: java.lang.Thread");
  }

  @Test
  void anArgumentIsNamedByItsLabel() {
    assertThat(refused("fine", Thread.currentThread()).path())
        .isEqualTo("argument 2: java.lang.Thread");
  }

  @Test
  void keysAndValuesOfMapsAreToldApart() {
    Cache keys = new Cache();
    keys.map.put(new Holder(Thread.currentThread()), 1);
    Cache values = new Cache();
    values.map.put("k", new Holder(Thread.currentThread()));
    Cache others = new Cache();
    others.map.put(new Holder(1), Thread.currentThread());

    assertThat(path(keys)).isEqualTo("argument 1 → map{key}.value: java.lang.Thread");
    assertThat(path(values)).isEqualTo("argument 1 → map[k].value: java.lang.Thread");
    assertThat(path(others))
        .isEqualTo("argument 1 → map[dev.airlock.sandbox.codec.Samples$Holder]: java.lang.Thread");
  }

  @Test
  void whatALambdaCapturedIsNamed() {
    Holder holder = new Holder(Thread.currentThread());

    assertThat(path(Samples.lambda(holder, 1)))
        .isEqualTo("argument 1 → captured[0].value: java.lang.Thread");
  }

  @Test
  void whatAnInnerObjectCapturedIsNamed() {
    Thread thread = Thread.currentThread();
    Object inner =
        new Object() {
          @Override
          public String toString() {
            return thread.toString();
          }
        };

    assertThat(path(inner)).startsWith("argument 1 → ").endsWith(": java.lang.Thread");
  }

  @Test
  void whatJavaSerializationWouldReachIsNamed() {
    Samples.Failure failure =
        new Samples.Failure("m", null, new Samples.Failure("c", new Node(), null));

    assertThat(path(failure))
        .isEqualTo("argument 1 → cause.detail: dev.airlock.sandbox.codec.Samples$Node");
    assertThat(path(new Samples.Failure("m", new SecretKeySpec(new byte[16], "AES"), null)))
        .isEqualTo("argument 1 → detail: javax.crypto.spec.SecretKeySpec");
  }

  @Test
  void whatHidesInOptionalsAndArraysIsNamed() {
    assertThat(path(Optional.of(new Object[] {null, Thread.currentThread()})))
        .isEqualTo("argument 1 → [0][1]: java.lang.Thread");
  }

  static Stream<Object> neverShipped() throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
    return Stream.of(
        Thread.currentThread(),
        Thread.currentThread().getThreadGroup(),
        ClassLoader.getSystemClassLoader(),
        ProcessHandle.current(),
        System.out,
        OutputStream.nullOutputStream(),
        KeyStore.getInstance("PKCS12"),
        pairs.generateKeyPair().getPrivate(),
        new SecretKeySpec(new byte[16], "AES"),
        Logger.getLogger("x"),
        ForkJoinPool.commonPool(),
        new Timer("never", true) {},
        MethodHandles.lookup(),
        String.class.getMethod("length"),
        String.class.getModule(),
        new ThreadLocal<>(),
        ThreadLocal.withInitial(() -> 1),
        Stream.of(1),
        List.of(1).iterator(),
        new Samples.Watched(),
        Samples.plainLambda("x"),
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new ApplicationTypesTest.Answering("x")));
  }

  @ParameterizedTest
  @MethodSource("neverShipped")
  void whatBelongsToThisProcessIsRefused(Object object) {
    assertThat(path(new Holder(object)))
        .isEqualTo("argument 1 → value: " + object.getClass().getTypeName());
  }

  @Test
  void theMessageSaysWhatToDo() {
    assertThat(refused(Samples.plainLambda("x")))
        .hasMessageContaining("SandboxCallable")
        .hasMessageContaining("Serializable");
    assertThat(refused(new Holder(System.in)))
        .hasMessageStartingWith("Cannot be sent into a sandbox: argument 1 → value: java.io.")
        .hasMessageContaining("Pass what it would read or write instead.");
  }

  @Test
  void aCycleThroughWhatCannotChangeIsRefused() {
    List<Object> inside = new ArrayList<>();
    Samples.Pair pair = new Samples.Pair(inside, Color.RED);
    inside.add(pair);

    assertThat(refused(pair)).hasMessageContaining("part of itself");
  }

  @Test
  void aLongChainIsRefusedAndNothingIsHarmed() {
    Node first = new Node();
    Node last = first;
    for (int i = 0; i < 100_000; i++) {
      last.next = new Node();
      last = last.next;
    }

    NotShippableException refused = refused(first);

    assertThat(refused.path()).startsWith("argument 1: ");
    assertThat(refused).hasMessageContaining("deeper than " + WrittenTypes.MAX_DEPTH);
    assertThat(crossing.carry("still works")).isEqualTo("still works");
  }

  @Test
  void theWayThroughALongChainIsFoundWithoutRecursion() {
    Object chain = new Object[] {Thread.currentThread()};
    for (int i = 0; i < 100_000; i++) {
      chain = new Object[] {chain};
    }

    assertThat(path(chain)).endsWith("[0][0]: java.lang.Thread");
  }

  @Test
  void aChainAsDeepAsAdmittedCrosses() {
    Object chain = "end";
    for (int i = 1; i < WrittenTypes.MAX_DEPTH; i++) {
      chain = new Object[] {chain};
    }
    Object deepest = chain;

    assertThat(crossing.carry(deepest)).isInstanceOf(Object[].class);
    assertThat(refused((Object) new Object[] {deepest}))
        .hasMessageContaining("deeper than " + WrittenTypes.MAX_DEPTH);
  }

  @Test
  void whatFailsToTellItsContentDoesNotHideWhatCannotCross() {
    assertThat(refused(Thread.currentThread(), new Broken()).path())
        .isEqualTo("argument 1: java.lang.Thread");
    assertThat(path(List.of(new Holder(Thread.currentThread()), new Broken())))
        .isEqualTo("argument 1 → [0].value: java.lang.Thread");
  }

  @Test
  void aCollectionThatFailsToTellItsContentIsNamed() {
    NotShippableException refused = refused((Object) Arrays.asList(1, new Broken()));
    assertThat(refused).hasRootCauseMessage("broken");
    assertThat(refused.path()).isEqualTo("argument 1: java.util.Arrays$ArrayList");
  }

  /** A collection without fields, whose content cannot be had. */
  static final class Broken extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object[] toArray() {
      throw new IllegalStateException("broken");
    }
  }

  private String path(Object part) {
    return refused(part).path();
  }

  private NotShippableException refused(Object... parts) {
    return catchThrowableOfType(NotShippableException.class, () -> crossing.write(parts));
  }
}
