package dev.airlock.agent.weave;

import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Weaves with Byte Buddy's inlined advice.
 *
 * <p>It adds no members, so a class can be retransformed by others, and it works on the frames that
 * the class file has, so the application's class hierarchy is not asked for. Types are described
 * lazily: one that cannot be found disturbs only the method that would need it.
 */
final class AdviceWeaver implements MethodWeaver {
  private final Advice advice = Advice.to(GateAdvice.class);
  private final ByteBuddy byteBuddy =
      new ByteBuddy()
          .with(TypeValidation.DISABLED)
          .with(InstrumentedType.Factory.Default.FROZEN)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
          .ignore(ElementMatchers.none());

  @Override
  public byte[] weave(String name, byte[] classFile, ClassLoader loader, Set<String> methods) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, classFile),
            ClassFileLocator.ForClassLoader.of(loader));
    TypePool pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
    TypeDescription type = pool.describe(name).resolve();
    return byteBuddy
        .decorate(type, locator)
        .visit(advice.on(method -> methods.contains(keyOf(method))))
        .make()
        .getBytes();
  }

  private static String keyOf(MethodDescription method) {
    return method.getInternalName() + method.getDescriptor();
  }
}
