package dev.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a gate of its own, in a class loader of its own: a gate never goes back. */
class GateTest {
  // The parent is the boot loader: the platform loader would find the modules of this JVM, ours
  // among them.
  private Class<?> gate;
  private Class<?> context;
  private Class<?> runtime;
  private final List<Object> dispatched = new ArrayList<>();

  @BeforeEach
  void loadAFreshGate() throws Exception {
    URL classes = Gate.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader loader = new URLClassLoader(new URL[] {classes}, null);
    gate = loader.loadClass("dev.airlock.Gate");
    context = loader.loadClass("dev.airlock.AirlockContext");
    runtime = loader.loadClass("dev.airlock.HostRuntime");
  }

  @Test
  void aShutGateThrowsAndSaysWhatToDo() {
    assertThatThrownBy(this::enter)
        .hasMessageContaining("java.lang.String#render")
        .hasMessageContaining("-javaagent:airlock-agent.jar")
        .extracting(e -> e.getClass().getName())
        .isEqualTo("dev.airlock.NotWovenException");
  }

  @Test
  void anArmedGateAsksItsRuntime() throws Throwable {
    install("result");
    assertThat(enter()).containsExactly("result");
    assertThat(dispatched).containsExactly(String.class);
  }

  @Test
  void aResultOfNullIsAResult() throws Throwable {
    install(null);
    assertThat(enter()).containsExactly((Object) null);
  }

  @Test
  void onlyTheOneObjectLetsABodyRun() throws Throwable {
    install(gate.getField("RUN_BODY").get(null));
    assertThat(enter()).isNull();
  }

  @Test
  void aRuntimeThatThrowsDoesNotLetABodyRun() throws Throwable {
    install(new IllegalStateException("broken"));
    assertThatThrownBy(this::enter).isInstanceOf(IllegalStateException.class).hasMessage("broken");
  }

  @Test
  void anArmedGateIsNeitherArmedAgainNorMadeAGuest() throws Throwable {
    install("result");
    assertThatThrownBy(() -> install("other")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(this::enterGuest).isInstanceOf(IllegalStateException.class);
    assertThat(enter()).containsExactly("result");
  }

  @Test
  void aGuestRunsBodiesAndKnowsWhereItIs() throws Throwable {
    assertThat(context.getMethod("isSandboxed").invoke(null)).isEqualTo(false);
    enterGuest();
    assertThat(enter()).isNull();
    assertThat(gate.getMethod("isGuest").invoke(null)).isEqualTo(true);
    assertThat(context.getMethod("isSandboxed").invoke(null)).isEqualTo(true);
    assertThat(context.getMethod("sandboxId").invoke(null)).isEqualTo("box-1");
    assertThat(context.getMethod("isolation").invoke(null)).hasToString("NAMESPACES");
  }

  @Test
  void aGuestIsNeverArmed() throws Throwable {
    enterGuest();
    assertThatThrownBy(() -> install("result")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onAHostTheContextHasNothingToSay() {
    assertThatThrownBy(AirlockContext::sandboxId)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("isSandboxed()");
    assertThatThrownBy(() -> Gate.enterCall("c1")).isInstanceOf(IllegalStateException.class);
  }

  private Object[] enter() throws Throwable {
    return (Object[])
        call(
            "enter",
            new Class<?>[] {Class.class, String.class, Object.class, Object[].class},
            String.class,
            "render(I)V",
            null,
            new Object[] {1});
  }

  private void install(Object outcome) throws Throwable {
    Object installed =
        Proxy.newProxyInstance(
            gate.getClassLoader(),
            new Class<?>[] {runtime},
            (proxy, method, arguments) -> {
              dispatched.add(arguments[0]);
              if (outcome instanceof Throwable thrown) {
                throw thrown;
              }
              return outcome;
            });
    call("install", new Class<?>[] {runtime}, installed);
  }

  private void enterGuest() throws Throwable {
    Class<?> isolation = gate.getClassLoader().loadClass("dev.airlock.Isolation");
    call(
        "enterGuest",
        new Class<?>[] {isolation, String.class},
        isolation.getField("NAMESPACES").get(null),
        "box-1");
  }

  private Object call(String name, Class<?>[] types, Object... arguments) throws Throwable {
    try {
      return gate.getMethod(name, types).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
