package dev.airlock.agent.weave;

import dev.airlock.runtime.config.MethodPattern;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Loads fixtures anew, through the transformer, as a JVM with the agent would. */
final class WeavingLoader extends ClassLoader {
  static final String FIXTURES = "dev.airlock.agent.weave.kinds.";

  final WovenRegistry registry = new WovenRegistry();
  final SeenClasses seen = new SeenClasses();
  private final AirlockTransformer transformer;
  private UnaryOperator<byte[]> before = UnaryOperator.identity();

  WeavingLoader(String... patterns) {
    this(new AdviceWeaver(), () -> {}, patterns);
  }

  WeavingLoader(MethodWeaver weaver, Runnable onWoven, String... patterns) {
    super(WeavingLoader.class.getClassLoader());
    InterceptPatterns compiled =
        new InterceptPatterns(Arrays.stream(patterns).map(MethodPattern::new).toList());
    GateAccess gate = new GateAccess(noInstrumentation());
    transformer =
        new AirlockTransformer(
            compiled, new ClassWeaver(compiled, weaver, gate, registry, onWoven), seen);
  }

  /** Changes class files before the transformer sees them. */
  WeavingLoader before(UnaryOperator<byte[]> change) {
    before = change;
    return this;
  }

  /** The class, woven. */
  Class<?> fixture(Class<?> original) throws ClassNotFoundException {
    return loadClass(original.getName());
  }

  Class<?> define(String name, byte[] classFile) {
    byte[] original = before.apply(classFile);
    byte[] woven = transform(name, original, null);
    byte[] used = woven == null ? original : woven;
    return defineClass(name, used, 0, used.length);
  }

  /** As a JVM does that has no stack left to ask its transformers. */
  Class<?> defineUnshown(String name, byte[] classFile) {
    return defineClass(name, classFile, 0, classFile.length);
  }

  byte[] transform(String name, byte[] classFile, Class<?> loaded) {
    return transformer.transform(
        getUnnamedModule(), this, name.replace('.', '/'), loaded, null, classFile);
  }

  static byte[] classFile(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(FIXTURES)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try {
        return define(name, classFile(getParent().loadClass(name)));
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  static Instrumentation noInstrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            WeavingLoader.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
