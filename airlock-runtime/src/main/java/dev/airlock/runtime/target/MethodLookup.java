package dev.airlock.runtime.target;

import dev.airlock.NotWovenException;
import dev.airlock.sandbox.message.MethodKey;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/** The methods that a class declares, by name and descriptor. */
final class MethodLookup {
  private static final ClassValue<Map<String, Method>> DECLARED =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> owner) {
          Map<String, Method> methods = new HashMap<>();
          for (Method method : owner.getDeclaredMethods()) {
            methods.put(MethodKey.of(method), method);
          }
          return methods;
        }
      };

  private MethodLookup() {}

  static Method find(Class<?> owner, String key) {
    Method method = DECLARED.get(owner).get(key);
    if (method == null) {
      throw new NotWovenException(
          owner.getName() + " was woven with a method " + key + " that it does not declare.");
    }
    return method;
  }
}
