package dev.airlock.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.agent.weave.kinds.Unmarked;
import dev.airlock.agent.weave.kinds.WholeType;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes that were loaded past the transformer. */
class LoadAuditTest {
  private static final String METHOD = "covered()Ljava/lang/String;";

  private final WeavingLoader loader = new WeavingLoader();
  private final List<String> notices = new ArrayList<>();
  private final List<Class<?>> retransformed = new ArrayList<>();
  private boolean failing;
  private int scans;

  @Test
  void classThatWasNotShownIsWovenAndNamed() throws Exception {
    Class<?> unshown = unshown(WholeType.class);
    audit(unshown, String.class, WholeType[].class).scan();
    assertThat(loader.registry.isWoven(unshown, METHOD)).isTrue();
    assertThat(notices)
        .singleElement()
        .asString()
        .contains(WholeType.class.getName(), "without asking the agent", "intercepted now");
  }

  @Test
  void classThatWasShownIsLeftAlone() throws Exception {
    audit(loader.fixture(WholeType.class)).scan();
    assertThat(retransformed).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void classThatDoesNotConcernUsIsNotReportedAndAskedForOnce() throws Exception {
    LoadAudit audit = audit(unshown(Unmarked.class));
    audit.scan();
    audit.scan();
    assertThat(retransformed).hasSize(1);
    assertThat(notices).isEmpty();
  }

  @Test
  void classThatCannotBeWovenAnyMoreIsCalledOpen() throws Exception {
    failing = true;
    audit(unshown(WholeType.class)).scan();
    assertThat(notices).singleElement().asString().contains(WholeType.class.getName(), "OPEN");
  }

  @Test
  void askingAgainAtOnceDoesNotScanAgain() throws Exception {
    LoadAudit audit = audit(unshown(Unmarked.class));
    audit.scanIfDue();
    audit.scanIfDue();
    assertThat(scans).isOne();
  }

  /** In the loader, and not through its transformer. */
  private Class<?> unshown(Class<?> type) throws Exception {
    return loader.defineUnshown(type.getName(), WeavingLoader.classFile(type));
  }

  private LoadAudit audit(Class<?>... loaded) {
    Instrumentation instrumentation =
        (Instrumentation)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getAllLoadedClasses" -> {
                        scans++;
                        yield loaded;
                      }
                      case "isModifiableClass" -> true;
                      case "retransformClasses" -> retransform((Class<?>[]) arguments[0]);
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new LoadAudit(
        instrumentation,
        AirlockTransformer::isPassedOver,
        loader.seen,
        loader.registry,
        notices::add);
  }

  private Object retransform(Class<?>[] types) throws Exception {
    for (Class<?> type : types) {
      retransformed.add(type);
      if (failing) {
        throw new ClassFormatError("broken on purpose");
      }
      loader.transform(type.getName(), WeavingLoader.classFile(type), type);
    }
    return null;
  }
}
