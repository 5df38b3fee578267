package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.NotWovenException;
import dev.airlock.agent.weave.kinds.Impossible;
import dev.airlock.agent.weave.kinds.Primitives;
import dev.airlock.agent.weave.kinds.Unmarked;
import dev.airlock.agent.weave.kinds.WholeType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure on the way never leaves a body that runs. */
class FailClosedTest {
  private static final MethodWeaver BROKEN =
      (name, classFile, loader, methods) -> {
        throw new IllegalStateException("broken on purpose");
      };

  @BeforeEach
  void dispatcherThatMustNotBeReached() {
    Canary.reset();
    TestRuntime.use(
        (owner, key, self, arguments) -> {
          throw new AssertionError("dispatched " + key);
        });
  }

  @Test
  void methodsOfAClassThatCannotBeWovenThrow() throws Exception {
    WeavingLoader loader = new WeavingLoader(BROKEN, () -> {});
    Object whole = loader.fixture(WholeType.class).getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> whole.getClass().getMethod("covered").invoke(whole))
        .cause()
        .isInstanceOf(NotWovenException.class)
        .hasMessageContaining(WholeType.class.getName())
        .hasMessageContaining("broken on purpose");
    assertThat(Canary.bodies()).isZero();
    assertThat(loader.registry.isWoven(whole.getClass(), "covered()Ljava/lang/String;")).isFalse();
  }

  @Test
  void otherMethodsOfAPoisonedClassRun() throws Exception {
    WeavingLoader loader = new WeavingLoader(BROKEN, () -> {});
    Object whole = loader.fixture(WholeType.class).getDeclaredConstructor().newInstance();
    assertThat(whole.getClass().getMethod("takenOut").invoke(whole)).isEqualTo("taken out");
  }

  @Test
  void everyPrimitiveSignatureCanBePoisoned() throws Exception {
    Class<?> type = new WeavingLoader(BROKEN, () -> {}).fixture(Primitives.class);
    Object instance = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(
            () ->
                type.getMethod("large", long.class, int.class, double.class)
                    .invoke(instance, 1L, 2, 3.0))
        .hasCauseInstanceOf(NotWovenException.class);
    assertThat(type.getMethod("large", long.class, int.class, double.class).getAnnotations())
        .hasSize(1);
  }

  @Test
  void nativeMethodsOfAClassThatCannotBeWovenThrowToo() throws Exception {
    Class<?> type = new WeavingLoader(BROKEN, () -> {}, "**.Unmarked#*").fixture(Unmarked.class);
    Object instance = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("fast").invoke(instance))
        .cause()
        .isInstanceOf(NotWovenException.class)
        .hasMessageContaining("broken on purpose");
  }

  @Test
  void stackOverflowWhileWeavingPoisonsToo() throws Exception {
    MethodWeaver overflowing =
        (name, classFile, loader, methods) -> {
          throw new StackOverflowError();
        };
    Class<?> type = new WeavingLoader(overflowing, () -> {}).fixture(WholeType.class);
    Object whole = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("covered").invoke(whole))
        .hasCauseInstanceOf(NotWovenException.class);
  }

  @Test
  void classFileThatCannotBeReadDoesNotLoad() {
    WeavingLoader loader =
        new WeavingLoader()
            .before(
                classFile -> {
                  byte[] future = classFile.clone();
                  future[6] = 1; // a class file version of the far future
                  return future;
                });
    assertThatThrownBy(() -> loader.fixture(WholeType.class))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining("Airlock: ")
        .hasMessageContaining("does not load");
  }

  @Test
  void abstractMethodKeepsItsClassFromLoading() {
    assertThatThrownBy(() -> new WeavingLoader().fixture(Impossible.AbstractMethod.class))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining("AbstractMethod#call carries @Airlock and is abstract")
        .hasMessageContaining("Put the annotation on the methods that implement it");
  }

  @Test
  void interfaceWithoutBodiesDoesNotLoad() {
    assertThatThrownBy(() -> new WeavingLoader().fixture(Impossible.NoBodies.class))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining("none of its methods has a body");
  }

  @Test
  void interfaceWithABodyLoads() throws Exception {
    assertThat(new WeavingLoader().fixture(Impossible.OneBody.class).isInterface()).isTrue();
  }

  @Test
  void nativeMethodThrows() throws Exception {
    Class<?> type = new WeavingLoader().fixture(Impossible.Native.class);
    Object instance = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("fast", long.class, int.class).invoke(instance, 1L, 2))
        .cause()
        .isInstanceOf(NotWovenException.class)
        .hasMessageContaining("fast(JI)I");
    assertThat(type.getMethod("other").invoke(instance)).isEqualTo("other");
  }

  @Test
  void nativeMethodThatAPatternNamesThrows() throws Exception {
    Class<?> type = new WeavingLoader("**.Unmarked#*").fixture(Unmarked.class);
    Object instance = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("fast").invoke(instance))
        .hasCauseInstanceOf(NotWovenException.class);
  }

  @Test
  void nativeMethodIsTreatedTheSameWhenItsClassIsTransformedAgain() throws Exception {
    WeavingLoader loader = new WeavingLoader();
    Class<?> type = loader.fixture(Impossible.Native.class);
    byte[] original = WeavingLoader.classFile(Impossible.Native.class);
    assertThat(loader.transform(type.getName(), original, type))
        .isEqualTo(loader.transform(type.getName(), original, null));
  }

  @Test
  void nativeMethodOfAClassThatWasLoadedBeforeTheAgentIsNotLeftOpen() throws Exception {
    byte[] original = WeavingLoader.classFile(Impossible.Native.class);
    byte[] refused =
        new WeavingLoader()
            .transform(Impossible.Native.class.getName(), original, Impossible.Native.class);
    assertThat(new String(refused, StandardCharsets.ISO_8859_1))
        .contains("was loaded before the agent");
  }

  @Test
  void classThatSeesAnotherCopyOfTheGateThrowsAndNamesBoth() throws Exception {
    OwnGateLoader loader = new OwnGateLoader();
    Class<?> type = loader.loadClass(WholeType.class.getName());
    Object whole = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("covered").invoke(whole))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("finds a copy of dev.airlock.Gate in")
        .hasMessageContaining("Share one");
    assertThat(Canary.bodies()).isZero();
  }

  @Test
  void classThatSeesNoGateThrows() throws Exception {
    Class<?> type = new OwnGateLoader().hidingTheGate().loadClass(WholeType.class.getName());
    Object whole = type.getDeclaredConstructor().newInstance();
    assertThatThrownBy(() -> type.getMethod("covered").invoke(whole))
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not find dev.airlock.Gate");
    assertThat(Canary.bodies()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no dot at all", "A sentence. And more", ""})
  void unloadableClassCarriesItsReason(String reason) {
    byte[] classFile = UnloadableClass.classFile("org/example/Gone", reason);
    assertThatThrownBy(() -> new Definer().define("org.example.Gone", classFile))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining(reason);
  }

  @Test
  void unloadableClassWithALongReasonKeepsItsBeginning() {
    byte[] classFile =
        UnloadableClass.classFile("org/example/Gone", "Begin. " + "x".repeat(90_000));
    assertThatThrownBy(() -> new Definer().define("org.example.Gone", classFile))
        .isInstanceOf(ClassFormatError.class)
        .hasMessageContaining("Begin. ");
  }

  @Test
  void failureThatCannotBeToldKeepsTheClassFromLoading() {
    MethodWeaver unspeakable =
        (name, classFile, loader, methods) -> {
          throw new Unspeakable();
        };
    assertThatThrownBy(() -> new WeavingLoader(unspeakable, () -> {}).fixture(WholeType.class))
        .isInstanceOf(ClassFormatError.class);
  }

  /** To the JVM, an empty array from a transformer is the same as null: it loads the class. */
  @Test
  void bytesOfTheLastResortAreNotEmptyAndDoNotLoad() {
    assertThat(UnloadableClass.withoutReason()).isNotEmpty();
    assertThatThrownBy(
            () -> new Definer().define("org.example.Gone", UnloadableClass.withoutReason()))
        .isInstanceOf(ClassFormatError.class);
  }

  /** As if no stack were left for its message, however often that is tried. */
  private static final class Unspeakable extends Error {
    @Override
    public String toString() {
      throw new Unspeakable();
    }
  }

  private static final class Definer extends ClassLoader {
    Class<?> define(String name, byte[] classFile) {
      byte[] copy = Arrays.copyOf(classFile, classFile.length);
      return defineClass(name, copy, 0, copy.length);
    }
  }

  /** A web application's loader with an airlock-annotations.jar of its own, or with none. */
  private static final class OwnGateLoader extends ClassLoader {
    private boolean hidden;

    OwnGateLoader() {
      super(FailClosedTest.class.getClassLoader());
    }

    OwnGateLoader hidingTheGate() {
      hidden = true;
      return this;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean gate = name.equals("dev.airlock.Gate");
      if (gate && hidden) {
        throw new ClassNotFoundException(name);
      }
      if (!gate && !name.startsWith(WeavingLoader.FIXTURES)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try {
        byte[] classFile = WeavingLoader.classFile(getParent().loadClass(name));
        byte[] woven = transformed(name, classFile);
        byte[] used = woven == null ? classFile : woven;
        return defineClass(name, used, 0, used.length, Primitives.class.getProtectionDomain());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private byte[] transformed(String name, byte[] classFile) {
      InterceptPatterns none = new InterceptPatterns(List.of());
      ClassWeaver weaver =
          new ClassWeaver(
              none,
              new AdviceWeaver(),
              new GateAccess(WeavingLoader.noInstrumentation()),
              new WovenRegistry(),
              () -> {});
      return new AirlockTransformer(none, weaver, new SeenClasses())
          .transform(getUnnamedModule(), this, name.replace('.', '/'), null, null, classFile);
    }
  }
}
