package dev.airlock.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM asks about each class that it loads.
 *
 * <p>Almost every class is let go after one look at its bytes. For the others the JVM's rule is
 * turned round: it loads a class unchanged if its transformer throws, and this one never throws and
 * gives bytes that do not load instead. Thread-safe.
 */
final class AirlockTransformer implements ClassFileTransformer {
  private static final ByteSearch ANNOTATION = new ByteSearch("Ldev/airlock/Airlock;");
  private static final String OWN_PACKAGE = "dev.airlock.";

  private final @Nullable ClassLoader hidden = AirlockTransformer.class.getClassLoader();
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();
  private final InterceptPatterns patterns;
  private final ClassWeaver weaver;

  AirlockTransformer(InterceptPatterns patterns, ClassWeaver weaver) {
    this.patterns = patterns;
    this.weaver = weaver;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || isOurs(loader)) {
      return null;
    }
    try {
      return mayConcern(className, classFile)
          ? weaver.transform(module, loader, classFile, classBeingRedefined != null)
          : null;
    } catch (Throwable e) {
      return refuse(className, e);
    }
  }

  /** Whether classes of a loader are never intercepted. */
  boolean isOurs(ClassLoader loader) {
    return loader == hidden || loader == platform;
  }

  private boolean mayConcern(@Nullable String className, byte[] classFile) {
    if (ANNOTATION.isIn(classFile)) {
      return true;
    }
    if (patterns.isEmpty()) {
      return false;
    }
    String name =
        className == null ? ClassSurvey.of(classFile).displayName() : className.replace('/', '.');
    boolean own = name.startsWith(OWN_PACKAGE) && name.indexOf('.', OWN_PACKAGE.length()) < 0;
    return !own && patterns.concern(name);
  }

  private static byte[] refuse(@Nullable String className, Throwable cause) {
    try {
      String reason =
          "Airlock: "
              + className
              + " is to be intercepted and could neither be woven nor made to throw, so it does not"
              + " load: "
              + cause;
      Notices.print(reason);
      return className == null
          ? UnloadableClass.withoutReason()
          : UnloadableClass.classFile(className, reason);
    } catch (Throwable worse) {
      return UnloadableClass.withoutReason();
    }
  }
}
