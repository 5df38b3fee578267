package dev.airlock.runtime.policy;

import dev.airlock.Airlock;
import dev.airlock.Isolation;
import dev.airlock.Network;
import dev.airlock.Reuse;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.config.Bounds;
import dev.airlock.runtime.config.DurationText;
import dev.airlock.runtime.config.Key;
import dev.airlock.runtime.config.Nearest;
import dev.airlock.runtime.config.Problems;
import dev.airlock.runtime.config.Settings;
import dev.airlock.runtime.config.SettingsRegistry;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the annotation of a method and the settings together.
 *
 * <p>Settings tighten what the annotation says (stronger isolation, less time, less sharing, no
 * fallback) and never loosen it. Where the annotation says nothing, the named configuration and the
 * global one do, and of these the stricter; where nobody says anything, the default holds.
 */
public final class MethodPolicy {
  /** From sharing a guest with anybody to sharing not even the sandbox. */
  private static final List<Reuse> FROM_LOOSE_TO_STRICT =
      List.of(Reuse.POOL, Reuse.KEY, Reuse.CALL, Reuse.VM);

  private static final Comparator<Reuse> STRICTEST_FIRST =
      Comparator.comparingInt((Reuse reuse) -> -FROM_LOOSE_TO_STRICT.indexOf(reuse));

  private final Airlock annotation;
  private final SettingsRegistry registry;
  private final @Nullable Settings named;
  private final GivenValues given;
  private final Problems problems;
  private final String source;

  private MethodPolicy(
      Airlock annotation, SettingsRegistry registry, Problems problems, String source) {
    this.annotation = annotation;
    this.registry = registry;
    this.problems = problems;
    this.source = source;
    named = registry.named(annotation.config());
    given = new GivenValues(named, registry.global());
  }

  /**
   * What holds for the calls of a method. Its own annotation counts, else that of the class that
   * declares it, else the defaults of the annotation, for methods that {@code airlock.intercept}
   * names.
   *
   * @throws SandboxConfigurationException naming the method and each attribute of its annotation
   *     that is malformed
   */
  public static CallPolicy of(Method method, SettingsRegistry registry) {
    Class<?> owner = method.getDeclaringClass();
    String where = owner.getName() + "#" + method.getName();
    Problems problems = new Problems("The @Airlock annotation of " + where);
    Airlock own = read(method, problems);
    Airlock airlock = own == null ? read(owner, problems) : own;
    problems.throwIfAny();
    boolean intercepted =
        registry.global().intercept().stream()
            .anyMatch(pattern -> pattern.matches(owner.getName(), method.getName()));
    Airlock annotation = airlock == null ? Defaults.ANNOTATION : airlock;
    String source = "on " + (own == null ? owner.getName() : where);
    return new MethodPolicy(annotation, registry, problems, source)
        .policy(owner.getClassLoader(), annotation.sandbox() || intercepted);
  }

  /**
   * What holds for code that a program gives to the runtime, without a method that is annotated:
   * the annotation's defaults, so it never runs on the host.
   *
   * @param code the class of that code
   */
  public static CallPolicy ofCode(Class<?> code, SettingsRegistry registry) {
    Problems problems = new Problems("The configuration of " + code.getName());
    return new MethodPolicy(Defaults.ANNOTATION, registry, problems, code.getName())
        .policy(code.getClassLoader(), true);
  }

  private CallPolicy policy(@Nullable ClassLoader loader, boolean sandboxed) {
    checkConfig();
    Duration timeout = timeout();
    Duration acquireTimeout = given.smallest(Key.ACQUIRE_TIMEOUT, Settings::acquireTimeout);
    Reuse reuse = reuse();
    Settings settings = named == null ? registry.global() : named;
    CallPolicy policy =
        new CallPolicy(
            sandboxed,
            annotation.sandboxRequired(),
            !annotation.sandboxRequired() && !given.forbidFallback(),
            annotation.config(),
            settings.provider(),
            timeout,
            acquireTimeout.compareTo(timeout) < 0 ? acquireTimeout : timeout,
            isolation(),
            reuse,
            reuse == Reuse.KEY ? annotation.key() : "",
            Network.NONE,
            given.limits(),
            given.smallest(Key.MAX_PAYLOAD, Settings::maxPayload),
            given.smallest(Key.MAX_RESULT, Settings::maxResult),
            resultTypes(loader));
    problems.throwIfAny();
    return policy;
  }

  private void checkConfig() {
    if (named != null || annotation.config().isEmpty()) {
      return;
    }
    String remedy =
        Nearest.to(annotation.config(), registry.names())
            .map(name -> "The nearest one is \"" + name + "\".")
            .orElse(
                "There is none yet; define it with AirlockRuntime.define before the first call, or"
                    + " below airlock.configs in airlock.yaml.");
    wrong("config", annotation.config(), "is not the name of a configuration. " + remedy);
  }

  private Duration timeout() {
    Duration configured = given.smallest(Key.TIMEOUT, Settings::timeout);
    if (annotation.timeout().isEmpty()) {
      return configured;
    }
    Duration own = DurationText.parse(annotation.timeout());
    Bounds<?> bounds = Objects.requireNonNull(Key.TIMEOUT.bounds());
    if (own == null || !bounds.admit(own)) {
      wrong(
          "timeout",
          annotation.timeout(),
          "is not " + DurationText.WANTED + ", from " + bounds + ".");
      return configured;
    }
    return given
        .strictest(Key.TIMEOUT, Settings::timeout, Comparator.naturalOrder())
        .filter(limit -> limit.compareTo(own) < 0)
        .orElse(own);
  }

  private Isolation isolation() {
    Isolation configured =
        given
            .strictest(Key.ISOLATION_MINIMUM, Settings::isolationMinimum, Comparator.reverseOrder())
            .orElse(Settings.DEFAULT.isolationMinimum());
    // DEFAULT is the weakest constant, so it gives way to whatever is configured.
    return annotation.isolation().compareTo(configured) > 0 ? annotation.isolation() : configured;
  }

  private Reuse reuse() {
    boolean hasKey = !annotation.key().isEmpty();
    Reuse own = annotation.reuse();
    Reuse configured =
        given
            .strictest(Key.REUSE, Settings::reuse, STRICTEST_FIRST)
            .orElse(own == Reuse.DEFAULT ? Settings.DEFAULT.reuse() : own);
    if (own == Reuse.KEY && !hasKey) {
      wrong("key", "", "is missing. With reuse = KEY, say which calls share a guest.");
    }
    if (hasKey && own != Reuse.KEY && (own != Reuse.DEFAULT || configured != Reuse.KEY)) {
      wrong("key", annotation.key(), "means nothing without reuse = KEY. Add that, or drop it.");
    }
    Reuse strictest =
        own == Reuse.DEFAULT
            ? configured
            : Stream.of(own, configured).min(STRICTEST_FIRST).orElseThrow();
    // A setting may ask for guests by key where the method has none; alone is stricter.
    return strictest == Reuse.KEY && !hasKey ? Reuse.CALL : strictest;
  }

  private Set<Class<?>> resultTypes(@Nullable ClassLoader loader) {
    Set<Class<?>> types = new HashSet<>(Arrays.asList(annotation.resultTypes()));
    for (String name : given.resultTypes()) {
      Class<?> type = find(name, loader);
      if (type != null) {
        types.add(type);
      }
    }
    return types;
  }

  /**
   * The configured type as the method's class sees it. One list serves classes of many loaders, so
   * a type that this one does not know is left out, which admits less.
   */
  private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private void wrong(String attribute, String value, String remedy) {
    problems.add(attribute, value, source, remedy);
  }

  /** The annotation with every attribute read once, so that a later read cannot fail. */
  private static @Nullable Airlock read(AnnotatedElement element, Problems problems) {
    try {
      Airlock airlock = element.getAnnotation(Airlock.class);
      if (airlock != null) {
        Objects.requireNonNull(airlock.resultTypes());
        Objects.requireNonNull(airlock.isolation());
        Objects.requireNonNull(airlock.reuse());
        Objects.requireNonNull(airlock.network());
      }
      return airlock;
    } catch (TypeNotPresentException
        | EnumConstantNotPresentException
        | ArrayStoreException
        | AnnotationFormatError e) {
      problems.add(
          "it cannot be read: "
              + Problems.quote(e.toString())
              + ". Put the class on the class path, or compile against this version of Airlock.");
      return null;
    }
  }

  /** Carries the annotation's defaults. */
  @Airlock
  private static final class Defaults {
    static final Airlock ANNOTATION =
        Objects.requireNonNull(Defaults.class.getAnnotation(Airlock.class));
  }
}
