package dev.airlock.agent.weave;

import java.util.Set;

/**
 * Loads Byte Buddy when the first class is to be woven: an application's start does not wait for it
 * before that.
 */
final class LazyWeaver implements MethodWeaver {
  /** The JVM makes the constant once, when it is first asked for. */
  private static final class Holder {
    static final MethodWeaver WEAVER = new AdviceWeaver();
  }

  @Override
  public byte[] weave(String name, byte[] classFile, ClassLoader loader, Set<String> methods) {
    return Holder.WEAVER.weave(name, classFile, loader, methods);
  }
}
