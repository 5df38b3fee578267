package dev.airlock.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.Airlock;
import dev.airlock.AirlockConfig;
import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.config.SettingsLoader;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.sandbox.Limits;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class MethodPolicyTest {
  private static final long MIB = 1L << 20;

  @Test
  void withoutAnythingTheDefaultsHold() {
    CallPolicy policy = policy("plain");

    assertThat(policy)
        .isEqualTo(
            new CallPolicy(
                true,
                true,
                false,
                "",
                "auto",
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Isolation.NAMESPACES,
                Reuse.CALL,
                "",
                Network.NONE,
                Limits.DEFAULT,
                10 * MIB,
                10 * MIB,
                Set.of()));
  }

  @Test
  void theMethodsOwnAnnotationReplacesThatOfItsClass() throws NoSuchMethodException {
    Method inherits = Annotated.class.getDeclaredMethod("inherits");
    Method own = Annotated.class.getDeclaredMethod("own");
    Method out = Annotated.class.getDeclaredMethod("out");
    SettingsRegistry registry = registry(Map.of());

    assertThat(MethodPolicy.of(inherits, registry).timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(MethodPolicy.of(own, registry).timeout()).isEqualTo(Duration.ofSeconds(8));
    assertThat(MethodPolicy.of(own, registry).required()).isTrue();
    assertThat(MethodPolicy.of(inherits, registry).required()).isFalse();
    assertThat(MethodPolicy.of(out, registry).sandboxed()).isFalse();
  }

  @Test
  void settingsMayPutAMethodIntoASandboxThatItsAnnotationTakesOut() throws NoSuchMethodException {
    Method out = Annotated.class.getDeclaredMethod("out");

    assertThat(MethodPolicy.of(out, registry(Map.of("airlock.intercept", "*$Annotated#o*"))))
        .extracting(CallPolicy::sandboxed)
        .isEqualTo(true);
  }

  @Test
  void theShortestTimeoutHolds() {
    assertThat(policy("fiveSeconds", "airlock.timeout", "2s").timeout())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aSettingCannotLengthenTheTimeout() {
    assertThat(policy("fiveSeconds", "airlock.timeout", "1h").timeout())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aDefaultDoesNotHoldAnAnnotationDown() {
    assertThat(policy("fiveMinutes").timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(policy("pooled").reuse()).isEqualTo(Reuse.POOL);
  }

  @Test
  void theStrongestIsolationHolds() {
    assertThat(policy("userspace", "airlock.isolation.minimum", "microvm").isolation())
        .isEqualTo(Isolation.MICROVM);
    assertThat(policy("plain", "airlock.isolation.minimum", "microvm").isolation())
        .isEqualTo(Isolation.MICROVM);
  }

  @Test
  void aSettingCannotWeakenTheIsolation() {
    assertThat(policy("userspace", "airlock.isolation.minimum", "namespaces").isolation())
        .isEqualTo(Isolation.USERSPACE_KERNEL);
  }

  @Test
  void aStricterReuseHolds() {
    assertThat(policy("pooled", "airlock.reuse", "call").reuse()).isEqualTo(Reuse.CALL);
    assertThat(policy("keyed", "airlock.reuse", "vm"))
        .extracting(CallPolicy::reuse, CallPolicy::key)
        .containsExactly(Reuse.VM, "");
    assertThat(policy("call", "airlock.reuse", "vm").reuse()).isEqualTo(Reuse.VM);
  }

  @Test
  void aSettingCannotLetMoreCallsShareAGuest() {
    assertThat(policy("call", "airlock.reuse", "pool").reuse()).isEqualTo(Reuse.CALL);
    assertThat(policy("vm", "airlock.reuse", "call").reuse()).isEqualTo(Reuse.VM);
    assertThat(policy("keyed", "airlock.reuse", "pool"))
        .extracting(CallPolicy::reuse, CallPolicy::key)
        .containsExactly(Reuse.KEY, "tenant");
  }

  @Test
  void aMethodWithoutAKeySharesNothingWhereGuestsGoByKey() {
    assertThat(policy("plain", "airlock.reuse", "key").reuse()).isEqualTo(Reuse.CALL);
    assertThat(policy("pooled", "airlock.reuse", "key").reuse()).isEqualTo(Reuse.CALL);
    assertThat(policy("onlyKey", "airlock.reuse", "key").key()).isEqualTo("tenant");
  }

  @Test
  void fallbackNeedsTheAnnotationAndNoSettingAgainstIt() {
    assertThat(policy("optional").fallbackAllowed()).isTrue();
    assertThat(policy("optional", "airlock.fallback", "never").fallbackAllowed()).isFalse();
  }

  @Test
  void aSettingCannotAllowAFallback() {
    assertThat(policy("plain", "airlock.fallback", "annotation").fallbackAllowed()).isFalse();
  }

  @Test
  void aNamedConfigurationCannotAllowAFallbackThatTheGlobalOneForbids() {
    SettingsRegistry registry = registry(Map.of("airlock.fallback", "never"));
    registry.define("big", config(Map.of("airlock.fallback", "annotation")));

    assertThat(MethodPolicy.of(method("optionalBig"), registry).fallbackAllowed()).isFalse();
  }

  @Test
  void ofANamedConfigurationAndTheGlobalOneTheSmallerLimitHolds() {
    SettingsRegistry registry =
        registry(
            Map.of(
                "airlock.memory", "256MiB",
                "airlock.cpus", "4",
                "airlock.pids", "64",
                "airlock.max-payload", "2MiB",
                "airlock.acquire-timeout", "3s"));
    registry.define(
        "big",
        config(
            Map.of(
                "airlock.memory", "1GiB",
                "airlock.cpus", "2",
                "airlock.disk", "512MiB",
                "airlock.pids", "4000",
                "airlock.max-payload", "100MiB",
                "airlock.max-result", "100MiB",
                "airlock.acquire-timeout", "30s",
                "airlock.timeout", "1m")));

    CallPolicy policy = MethodPolicy.of(method("big"), registry);

    assertThat(policy.config()).isEqualTo("big");
    assertThat(policy.limits()).isEqualTo(new Limits(256 * MIB, 2.0, 64, 256 * MIB));
    assertThat(policy.maxPayload()).isEqualTo(2 * MIB);
    assertThat(policy.maxResult()).isEqualTo(100 * MIB);
    assertThat(policy.acquireTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(policy.timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void waitingForAGuestIsPartOfTheTimeout() {
    assertThat(policy("fiveSeconds").acquireTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void resultTypesOfAnnotationAndSettingsAreJoinedAndUnknownOnesLeftOut() {
    assertThat(policy("typed", "airlock.result-types", "java.util.UUID, no.such.Type"))
        .extracting(CallPolicy::resultTypes)
        .isEqualTo(Set.of(BitSet.class, UUID.class));
  }

  @Test
  void everyMalformedAttributeIsNamedAtOnce() {
    SettingsRegistry registry = registry(Map.of());
    registry.define("big", config(Map.of()));

    assertThatThrownBy(() -> MethodPolicy.of(method("malformed"), registry))
        .isInstanceOf(SandboxConfigurationException.class)
        .hasMessageStartingWith(
            "The @Airlock annotation of " + Methods.class.getName() + "#malformed is wrong in 3")
        .hasMessageContaining("timeout = \"5 parsecs\"")
        .hasMessageContaining("config = \"bug\"")
        .hasMessageContaining("The nearest one is \"big\".")
        .hasMessageContaining("key = \"tenant\"");
  }

  @Test
  void anAnnotationThatCannotBeReadIsAProblemAndNotAMissingAnnotation() throws Exception {
    for (String broken : List.of("isolation", "resultTypes")) {
      Method method = compiledAgainstAnotherVersion(broken).getDeclaredMethod("run");

      assertThatThrownBy(() -> MethodPolicy.of(method, registry(Map.of())))
          .as(broken)
          .isInstanceOf(SandboxConfigurationException.class)
          .hasMessageContaining("#run is wrong in 1 place:")
          .hasMessageContaining("it cannot be read");
    }
  }

  /** A class whose annotation names an enum constant or a class that is not there. */
  private static Class<?> compiledAgainstAnotherVersion(String attribute) throws Exception {
    ClassWriter writer = new ClassWriter(0);
    String name = MethodPolicyTest.class.getPackageName().replace('.', '/') + "/Broken";
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        name,
        null,
        "java/lang/Object",
        null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "run", "()V", null, null);
    AnnotationVisitor annotation = method.visitAnnotation(Type.getDescriptor(Airlock.class), true);
    if (attribute.equals("isolation")) {
      annotation.visitEnum(attribute, Type.getDescriptor(Isolation.class), "PLANETARY");
    } else {
      AnnotationVisitor types = annotation.visitArray(attribute);
      types.visit(null, Type.getObjectType("no/such/Type"));
      types.visitEnd();
    }
    annotation.visitEnd();
    method.visitEnd();
    writer.visitEnd();
    return MethodHandles.lookup().defineHiddenClass(writer.toByteArray(), false).lookupClass();
  }

  @Test
  void aMissingKeyAndATimeoutOutOfBoundsAreMalformed() {
    assertThatThrownBy(() -> policy("noKey")).hasMessageContaining("With reuse = KEY, say which");
    assertThatThrownBy(() -> policy("onlyKey")).hasMessageContaining("means nothing without");
    assertThatThrownBy(() -> policy("zero")).hasMessageContaining("from 1ms to 24h");
    assertThatThrownBy(() -> policy("big")).hasMessageContaining("There is none yet");
  }

  @Test
  void codeWithoutAMethodNeverRunsOnTheHost() {
    CallPolicy policy =
        MethodPolicy.ofCode(MethodPolicyTest.class, registry(Map.of("airlock.pids", "40")));

    assertThat(policy.required()).isTrue();
    assertThat(policy.fallbackAllowed()).isFalse();
    assertThat(policy.limits().pids()).isEqualTo(40);
  }

  private static CallPolicy policy(String method) {
    return MethodPolicy.of(method(method), registry(Map.of()));
  }

  private static CallPolicy policy(String method, String key, String value) {
    return MethodPolicy.of(method(method), registry(Map.of(key, value)));
  }

  private static SettingsRegistry registry(Map<String, String> global) {
    Properties properties = new Properties();
    properties.putAll(global);
    return new SettingsRegistry(
        SettingsLoader.load(Map.of(), properties, ClassLoader.getPlatformClassLoader()));
  }

  private static AirlockConfig config(Map<String, String> settings) {
    AirlockConfig.Builder builder = AirlockConfig.builder();
    settings.forEach(builder::set);
    return builder.build();
  }

  private static Method method(String name) {
    return Arrays.stream(Methods.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unused")
  private static final class Methods {
    void plain() {}

    @Airlock(timeout = "5s")
    void fiveSeconds() {}

    @Airlock(timeout = "5m")
    void fiveMinutes() {}

    @Airlock(isolation = Isolation.USERSPACE_KERNEL)
    void userspace() {}

    @Airlock(reuse = Reuse.POOL)
    void pooled() {}

    @Airlock(reuse = Reuse.KEY, key = "tenant")
    void keyed() {}

    @Airlock(reuse = Reuse.CALL)
    void call() {}

    @Airlock(reuse = Reuse.VM)
    void vm() {}

    @Airlock(key = "tenant")
    void onlyKey() {}

    @Airlock(reuse = Reuse.KEY)
    void noKey() {}

    @Airlock(timeout = "0ms")
    void zero() {}

    @Airlock(sandboxRequired = false)
    void optional() {}

    @Airlock(sandboxRequired = false, config = "big")
    void optionalBig() {}

    @Airlock(config = "big")
    void big() {}

    @Airlock(resultTypes = BitSet.class)
    void typed() {}

    @Airlock(timeout = "5 parsecs", config = "bug", reuse = Reuse.POOL, key = "tenant")
    void malformed() {}
  }

  @Airlock(timeout = "7s", sandboxRequired = false)
  private static final class Annotated {
    void inherits() {}

    @Airlock(timeout = "8s")
    void own() {}

    @Airlock(sandbox = false)
    void out() {}
  }
}
