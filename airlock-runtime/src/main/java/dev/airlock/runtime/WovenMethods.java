package dev.airlock.runtime;

/** What the weaver has woven so far. Thread-safe; does not block. */
public interface WovenMethods {
  /**
   * Whether calls of a method are intercepted.
   *
   * @param owner the class that declares it
   * @param method its name and descriptor, as in {@code render(Ljava/lang/String;)V}
   */
  boolean isWoven(Class<?> owner, String method);
}
