package dev.airlock.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.NotShippableException;
import dev.airlock.SandboxCallable;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PayloadEncoderTest {
  private final HostAndGuest calls =
      new HostAndGuest(PayloadEncoderTest::open, getClass().getClassLoader());

  @Test
  void whatTheMethodDoesNotTouchIsNotSent() {
    Payload payload = calls.encode(method(Bean.class, "size"), new Bean());

    assertThat(HostAndGuest.isInPart(payload)).isTrue();
    assertThat(calls.decode(payload)[0]).extracting("size", "worker").containsExactly(7, null);
  }

  @Test
  void whatTheMethodTouchesIsSentOrRefused() {
    NotShippableException refused = refused("name", new Bean());

    assertThat(refused.path()).isEqualTo("receiver → worker: java.lang.Thread");
    assertThat(refused).message().doesNotContain("All of the receiver");
  }

  @Test
  void aMethodThatLetsGoOfTheReceiverIsToldWhere() {
    NotShippableException refused = refused("hash", new Bean());

    assertThat(refused.path()).isEqualTo("receiver → worker: java.lang.Thread");
    assertThat(refused)
        .hasMessageContaining(
            "All of the receiver is sent and not only what PayloadEncoderTest$Bean#hash uses."
                + " Reason: given to java/util/Objects.hashCode, in "
                + Bean.class.getName()
                + "#own.");
  }

  @Test
  void anArgumentThatLeadsToTheReceiverIsNamed() {
    Bean bean = new Bean();

    assertThat(refused("contains", bean, List.of(bean)))
        .hasMessageContaining("Reason: it is also reached from argument 1.");
    assertThat(HostAndGuest.isInPart(calls.encode(method(Bean.class, "contains"), bean, List.of())))
        .isTrue();
  }

  @Test
  void anArgumentThatCannotCrossIsNotBlamedOnTheReceiver() {
    NotShippableException refused = refused("contains", new Bean(), List.of(new Thread()));

    assertThat(refused.path()).isEqualTo("argument 1 → [0]: java.lang.Thread");
    assertThat(refused).message().doesNotContain("All of the receiver");
  }

  @Test
  void aReceiverThatIsSentInWholeForItsClassSaysSo() {
    Method method = method(Values.class, "first");
    Values values = new Values(1, new Thread());

    assertThat(
            catchThrowableOfType(NotShippableException.class, () -> calls.encode(method, values)))
        .hasMessageContaining("Reason: its class does not cross field by field.");
  }

  @Test
  void aStaticMethodHasNoReceiver() {
    Payload payload = calls.encode(method(Bean.class, "twice"), null, 4);

    assertThat(calls.decode(payload)).containsExactly(null, 4);
  }

  @Test
  void anObjectWithACallMethodIsAReceiverAndALambdaIsNot() {
    assertThat(HostAndGuest.isInPart(calls.encode(new Job()))).isTrue();
    assertThat(calls.decode(calls.encode(new Job()))[0])
        .extracting("size", "worker")
        .containsExactly(7, null);

    SandboxCallable<Integer> lambda = () -> 1;
    assertThat(HostAndGuest.isInPart(calls.encode(lambda))).isFalse();
  }

  private NotShippableException refused(String method, Bean bean, Object... arguments) {
    return catchThrowableOfType(
        NotShippableException.class,
        () -> calls.encode(method(Bean.class, method), bean, arguments));
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static InputStream open(Class<?> type) {
    String name = type.getName();
    return type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class");
  }

  static class Bean {
    private final int size = Integer.parseInt("7");
    private final Thread worker = new Thread();

    int size() {
      return size;
    }

    String name() {
      return worker.getName();
    }

    int hash() {
      return own();
    }

    private int own() {
      return Objects.hashCode(this);
    }

    boolean contains(List<?> list) {
      return list.contains(size);
    }

    static int twice(int number) {
      return 2 * number;
    }
  }

  static final class Job extends Bean implements SandboxCallable<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer call() {
      return size();
    }
  }

  record Values(int first, Thread worker) {}
}
