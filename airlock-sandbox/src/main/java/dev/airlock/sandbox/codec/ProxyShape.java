package dev.airlock.sandbox.codec;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Proxies of {@link Proxy}: their interfaces, and their handler as part of the graph. */
final class ProxyShape extends Shape<Object> {
  @Override
  void write(GraphWriter to, Object proxy) {
    Class<?>[] faces = proxy.getClass().getInterfaces();
    to.out().writeVarInt(faces.length, true);
    for (Class<?> face : faces) {
      to.type(face);
    }
    to.before(proxy, () -> to.object(Proxy.getInvocationHandler(proxy)));
  }

  @Override
  Object read(GraphReader from, Class<?> type) {
    Class<?>[] faces = new Class<?>[from.in().readVarInt(true)];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = from.type();
    }
    if (from.object() instanceof InvocationHandler handler) {
      return make(faces, handler);
    }
    throw new IllegalArgumentException("The payload has a proxy without a handler.");
  }

  @Override
  void children(Object proxy, Children children) {
    children.child("handler", Proxy.getInvocationHandler(proxy));
  }

  /** A proxy in the loader of its first interface outside the JDK. */
  static Object make(Class<?>[] faces, InvocationHandler handler) {
    ClassLoader loader = ClassLoader.getPlatformClassLoader();
    for (Class<?> face : faces) {
      if (!Jdk.defines(face)) {
        loader = face.getClassLoader();
        break;
      }
    }
    return Proxy.newProxyInstance(loader, faces, handler);
  }
}
