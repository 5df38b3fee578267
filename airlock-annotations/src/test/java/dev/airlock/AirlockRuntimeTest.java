package dev.airlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Without a runtime: nothing runs, and everything says so. */
class AirlockRuntimeTest {
  @Test
  void aCallWithoutARuntimeDoesNotRunItsBody() {
    AtomicBoolean ran = new AtomicBoolean();
    assertThatThrownBy(() -> AirlockRuntime.call(() -> ran.getAndSet(true)))
        .isInstanceOf(NotWovenException.class)
        .hasMessageContaining("-javaagent");
    assertThatThrownBy(() -> AirlockRuntime.callAsync(() -> ran.getAndSet(true)))
        .isInstanceOf(NotWovenException.class);
    assertThatThrownBy(() -> AirlockRuntime.withSandbox(scope -> ran.getAndSet(true)))
        .isInstanceOf(NotWovenException.class);
    assertThat(ran).isFalse();
  }

  @Test
  void verifyWithoutARuntimeThrows() {
    assertThatThrownBy(() -> AirlockRuntime.verify(AirlockRuntimeTest.class))
        .isInstanceOf(NotWovenException.class);
  }

  @Test
  void closeWithoutARuntimeDoesNothing() {
    AirlockRuntime.close();
  }

  @Test
  void aLambdaIsTakenAsOneThatCanBeShipped() {
    SandboxCallable<Integer> callable = () -> 1;
    assertThat(callable).isInstanceOf(java.io.Serializable.class);
  }

  @Test
  void aConfigKeepsWhatWasSetAndShowsNoValues() {
    AirlockConfig config =
        AirlockConfig.builder()
            .timeout(Duration.ofSeconds(7))
            .memory(1 << 30)
            .isolationMinimum(Isolation.USERSPACE_KERNEL)
            .set("E2B_API_KEY", "secret")
            .build();
    assertThat(config.settings())
        .containsEntry("airlock.timeout", "7000ms")
        .containsEntry("airlock.memory", "1073741824B")
        .containsEntry("airlock.isolation.minimum", "userspace-kernel");
    assertThat(config.toString()).contains("E2B_API_KEY").doesNotContain("secret");
    assertThatThrownBy(() -> config.settings().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
