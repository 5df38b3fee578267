package dev.airlock.sandbox.shim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the body of a method: exactly that of its declaring class, even where the receiver overrides
 * it.
 */
final class BodyInvoker {
  private BodyInvoker() {}

  /**
   * Runs it.
   *
   * @throws Throwable what the body threw
   */
  static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object[] arguments) throws Throwable {
    if (receiver != null && isOverridden(method, receiver.getClass())) {
      return invokeExactly(method, receiver, arguments);
    }
    // Reflection starts quicker than a method handle, and a guest often makes one call in its life.
    method.setAccessible(true);
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static boolean isOverridden(Method method, Class<?> actual) {
    int modifiers = method.getModifiers();
    return actual != method.getDeclaringClass()
        && (modifiers & (Modifier.STATIC | Modifier.PRIVATE | Modifier.FINAL)) == 0;
  }

  private static @Nullable Object invokeExactly(
      Method method, Object receiver, @Nullable Object[] arguments) throws Throwable {
    Class<?> owner = method.getDeclaringClass();
    MethodHandle handle =
        MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
            .unreflectSpecial(method, owner)
            .asFixedArity();
    List<@Nullable Object> all = new ArrayList<>();
    all.add(receiver);
    all.addAll(Arrays.asList(arguments));
    return handle.invokeWithArguments(all);
  }
}
