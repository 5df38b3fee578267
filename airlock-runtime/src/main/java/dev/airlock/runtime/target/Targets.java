package dev.airlock.runtime.target;

import dev.airlock.Airlock;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.capture.ThrowableScan;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.runtime.policy.CallPolicy;
import dev.airlock.runtime.policy.MethodPolicy;
import dev.airlock.sandbox.message.MethodKey;
import java.io.InputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes targets, and keeps those of methods. Thread-safe. */
public final class Targets {
  private static final Method CALL = callMethod();

  private final SettingsRegistry registry;
  private final Consumer<Class<?>> application;
  private final ThrowableScan scan = new ThrowableScan(Targets::classFile);
  private final ClassValue<Map<String, Target>> known =
      new ClassValue<>() {
        @Override
        protected Map<String, Target> computeValue(Class<?> owner) {
          return new ConcurrentHashMap<>();
        }
      };

  /**
   * Targets under the given settings.
   *
   * @param application is told each class that declares an annotated method: the application's own
   *     code
   */
  public Targets(SettingsRegistry registry, Consumer<Class<?>> application) {
    this.registry = registry;
    this.application = application;
  }

  /** What holds for calls that ask for nothing special. */
  public CallPolicy usual() {
    return MethodPolicy.ofCode(Callable.class, registry);
  }

  /**
   * The target that a woven method is.
   *
   * @throws SandboxConfigurationException if its annotation is wrong; asked again, it is looked at
   *     again
   */
  public Target ofMethod(Class<?> owner, String key) {
    Map<String, Target> targets = known.get(owner);
    Target target = targets.get(key);
    if (target == null) {
      Method method = MethodLookup.find(owner, key);
      if (method.isAnnotationPresent(Airlock.class) || owner.isAnnotationPresent(Airlock.class)) {
        application.accept(owner);
      }
      target = new Target(owner, method, key, MethodPolicy.of(method, registry), scan.of(owner));
      targets.put(key, target);
    }
    return target;
  }

  /** The target that a callable is: what it may return is what the code in it declares. */
  public Target ofCallable(Callable<?> callable) {
    Class<?> type = callable.getClass();
    Method body = type.isHidden() ? lambdaBody(callable) : declaredCall(type);
    Class<?> owner = type.isHidden() && body != null ? body.getDeclaringClass() : type;
    application.accept(owner);
    Method method = body == null ? CALL : body;
    return new Target(
        owner, method, MethodKey.of(method), MethodPolicy.ofCode(owner, registry), scan.of(owner));
  }

  private static @Nullable Method declaredCall(Class<?> type) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      for (Method method : declaring.getDeclaredMethods()) {
        if (method.getName().equals("call")
            && method.getParameterCount() == 0
            && !method.isBridge()) {
          return method;
        }
      }
    }
    return null;
  }

  /** The method that a lambda's code was compiled to, or null if the lambda does not tell. */
  private static @Nullable Method lambdaBody(Callable<?> lambda) {
    try {
      Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      if (writeReplace.invoke(lambda) instanceof SerializedLambda made) {
        String owner = made.getImplClass().replace('/', '.');
        ClassLoader loader = lambda.getClass().getClassLoader();
        for (Method method : Class.forName(owner, false, loader).getDeclaredMethods()) {
          if (MethodKey.of(method)
              .equals(made.getImplMethodName() + made.getImplMethodSignature())) {
            return method;
          }
        }
      }
      return null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // A lambda that is not serializable. The codec says so, with what to do.
      return null;
    }
  }

  /** The class file as the loader has it: what the guest will load, too. */
  private static @Nullable InputStream classFile(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        ? null
        : loader.getResourceAsStream(type.getName().replace('.', '/') + ".class");
  }

  private static Method callMethod() {
    try {
      return Callable.class.getMethod("call");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
