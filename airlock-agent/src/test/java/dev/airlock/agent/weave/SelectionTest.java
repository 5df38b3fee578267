package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.weave.kinds.Unmarked;
import dev.airlock.agent.weave.kinds.WholeType;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Attribute;
import net.bytebuddy.jar.asm.ByteVector;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which methods are intercepted. */
class SelectionTest {
  private final List<String> dispatched = new ArrayList<>();

  @BeforeEach
  void recordCalls() {
    Canary.reset();
    TestRuntime.use(
        (owner, key, self, arguments) -> {
          dispatched.add(key);
          return key.endsWith("I") ? (Object) 5 : key.endsWith("Z") ? (Object) true : null;
        });
  }

  @Test
  void annotationOnATypeCoversItsMethods() throws Exception {
    Object whole = instance(new WeavingLoader(), WholeType.class);
    whole.getClass().getMethod("covered").invoke(whole);
    assertThat(dispatched).containsExactly("covered()Ljava/lang/String;");
  }

  @Test
  void annotationOnAMethodTakesItOutOfItsType() throws Exception {
    Object whole = instance(new WeavingLoader(), WholeType.class);
    assertThat(whole.getClass().getMethod("takenOut").invoke(whole)).isEqualTo("taken out");
    assertThat(dispatched).isEmpty();
    assertThat(Canary.bodies()).isOne();
  }

  @Test
  @SuppressWarnings("unchecked")
  void callThroughABridgeIsDispatchedOnce() throws Exception {
    Comparable<Object> whole = (Comparable<Object>) instance(new WeavingLoader(), WholeType.class);
    assertThat(whole.compareTo(whole)).isEqualTo(5);
    assertThat(dispatched).containsExactly("compareTo(L" + internal(WholeType.class) + ";)I");
  }

  @Test
  void enumMethodsThatTheCompilerAddsAreNotIntercepted() throws Exception {
    Class<?> level = new WeavingLoader().fixture(WholeType.Level.class);
    Object low = level.getMethod("valueOf", String.class).invoke(null, "LOW");
    assertThat(dispatched).isEmpty();
    assertThat(level.getMethod("isHigh").invoke(low)).isEqualTo(true);
    assertThat(dispatched).containsExactly("isHigh()Z");
  }

  @Test
  void patternInterceptsWithoutAnAnnotation() throws Exception {
    WeavingLoader loader = new WeavingLoader("dev.airlock.agent.weave.kinds.Un*#pars*");
    Object unmarked = instance(loader, Unmarked.class);
    unmarked.getClass().getMethod("parse", String.class).invoke(unmarked, "x");
    unmarked.getClass().getMethod("print", String.class).invoke(unmarked, "x");
    assertThat(dispatched).containsExactly("parse(Ljava/lang/String;)Ljava/lang/String;");
    assertThat(Canary.bodies()).isOne();
  }

  @Test
  void patternTightensAnAnnotationThatSaysHost() throws Exception {
    WeavingLoader loader = new WeavingLoader("**.WholeType#takenOut");
    Object whole = instance(loader, WholeType.class);
    whole.getClass().getMethod("takenOut").invoke(whole);
    assertThat(dispatched).containsExactly("takenOut()Ljava/lang/String;");
  }

  @Test
  void classWithoutAnythingToInterceptIsLeftAlone() throws Exception {
    byte[] classFile = WeavingLoader.classFile(Unmarked.class);
    assertThat(new WeavingLoader().transform(Unmarked.class.getName(), classFile, null)).isNull();
  }

  @Test
  void classThatAspectsAreWovenIntoIsIntercepted() throws Exception {
    byte[] classFile = withAspectjAttribute(WholeType.class, "dev/airlock/aspect/Any");
    assertThat(new WeavingLoader().transform(WholeType.class.getName(), classFile, null))
        .isNotNull();
  }

  @Test
  void transformingAgainGivesTheSameBytes() throws Exception {
    WeavingLoader loader = new WeavingLoader();
    Class<?> whole = loader.fixture(WholeType.class);
    byte[] original = WeavingLoader.classFile(WholeType.class);
    byte[] first = loader.transform(WholeType.class.getName(), original, null);
    assertThat(loader.transform(WholeType.class.getName(), original, whole)).isEqualTo(first);
  }

  @Test
  void firstWovenClassAsksForTheWarmUp() throws Exception {
    List<String> asked = new ArrayList<>();
    WeavingLoader loader = new WeavingLoader(new AdviceWeaver(), () -> asked.add("warm"));
    loader.fixture(Unmarked.class);
    assertThat(asked).isEmpty();
    loader.fixture(WholeType.class);
    assertThat(asked).containsExactly("warm");
  }

  private static Object instance(WeavingLoader loader, Class<?> type) throws Exception {
    return loader.fixture(type).getDeclaredConstructor().newInstance();
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static byte[] withAspectjAttribute(Class<?> type, String aspect) throws Exception {
    ClassReader reader = new ClassReader(WeavingLoader.classFile(type));
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(writer, 0);
    writer.newClass(aspect);
    writer.visitAttribute(
        new Attribute("org.aspectj.weaver.WeaverState") {
          @Override
          protected ByteVector write(
              ClassWriter classWriter, byte[] code, int length, int stack, int locals) {
            return new ByteVector().putByte(1);
          }
        });
    return writer.toByteArray();
  }
}
