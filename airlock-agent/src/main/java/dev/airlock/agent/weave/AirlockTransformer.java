package dev.airlock.agent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * What the JVM asks about each class that it loads.
 *
 * <p>Almost every class is let go after one look at its bytes. For the others the JVM's rule is
 * turned round: it loads a class unchanged if its transformer throws, and this one does not throw
 * once it is entered and gives bytes that do not load instead. The way to the first decision is
 * short and makes no objects, because a class may be loaded with hardly any stack or memory left.
 * What happens before it is entered is for {@link LoadAudit}. Thread-safe.
 */
final class AirlockTransformer implements ClassFileTransformer {
  private static final ByteSearch ANNOTATION = new ByteSearch("Ldev/airlock/Airlock;");
  private static final String OWN_PACKAGE = "dev.airlock.";

  private static final @Nullable ClassLoader HIDDEN = AirlockTransformer.class.getClassLoader();
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final InterceptPatterns patterns;
  private final ClassWeaver weaver;
  private final SeenClasses seen;
  private final byte[] lastResort = UnloadableClass.withoutReason();

  AirlockTransformer(InterceptPatterns patterns, ClassWeaver weaver, SeenClasses seen) {
    this.patterns = patterns;
    this.weaver = weaver;
    this.seen = seen;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || isPassedOver(loader)) {
      return null;
    }
    try {
      byte[] result =
          mayConcern(className, classFile)
              ? weaver.transform(module, loader, classFile, classBeingRedefined != null)
              : null;
      seen.note(loader, className);
      return result;
    } catch (Throwable e) {
      try {
        return refuse(className, e);
      } catch (Throwable worse) {
        return lastResort;
      }
    }
  }

  /** Whether classes of a loader are never intercepted. */
  static boolean isPassedOver(ClassLoader loader) {
    return loader == HIDDEN || loader == PLATFORM;
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
  }
}
