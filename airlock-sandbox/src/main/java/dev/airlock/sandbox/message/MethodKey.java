package dev.airlock.sandbox.message;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** How woven code names a method: its name and descriptor. */
public final class MethodKey {
  private MethodKey() {}

  /** As in {@code render(Ljava/lang/String;)V}. */
  public static String of(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }
}
