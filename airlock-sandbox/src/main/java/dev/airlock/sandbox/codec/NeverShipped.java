package dev.airlock.sandbox.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Types whose objects never cross, serializable or not: they stand for something of this process,
 * or they are secrets. Found by the names of all that a class extends and implements, so that no
 * library has to be there.
 */
final class NeverShipped {
  private static final String RUNNING =
      "It is something that runs in this process. Start it in the sandboxed method instead.";
  private static final String OPEN =
      "It is open in this process. Pass what it would read or write instead.";
  private static final String SECRET =
      "It is a secret, or opens what is secret. Use it on the host and pass what it yields.";
  private static final String REFLECTION =
      "It stands for loaded code of this process. Pass a name or a class instead.";
  private static final String CONTAINER =
      "It is part of the application's container. Pass what the method needs of it instead.";

  private static final Map<String, String> REASONS = new HashMap<>();

  static {
    never(
        RUNNING,
        "java.lang.Process",
        "java.lang.ProcessHandle",
        "java.lang.Runtime",
        "java.lang.Thread",
        "java.lang.ThreadGroup",
        "java.lang.ThreadLocal",
        "java.util.Timer",
        "java.util.TimerTask",
        "java.util.concurrent.Executor",
        "java.util.concurrent.ForkJoinTask");
    never(
        OPEN,
        "java.io.Console",
        "java.io.FileDescriptor",
        "java.io.InputStream",
        "java.io.OutputStream",
        "java.io.RandomAccessFile",
        "java.io.Reader",
        "java.io.Writer",
        "java.net.DatagramSocket",
        "java.net.ServerSocket",
        "java.net.Socket",
        "java.net.URLConnection",
        "java.nio.channels.Channel",
        "java.nio.channels.Selector",
        "java.util.zip.ZipFile");
    never(
        SECRET,
        "java.security.Key",
        "java.security.KeyPair",
        "java.security.KeyStore",
        "java.security.SecureRandom",
        "javax.security.auth.Subject");
    never(
        REFLECTION,
        "java.lang.ClassLoader",
        "java.lang.Module",
        "java.lang.ModuleLayer",
        "java.lang.invoke.CallSite",
        "java.lang.invoke.MethodHandle",
        "java.lang.invoke.MethodHandles$Lookup",
        "java.lang.invoke.VarHandle",
        "java.lang.reflect.Member",
        "java.lang.reflect.Parameter",
        "jdk.internal.misc.Unsafe",
        "sun.misc.Unsafe");
    never(
        CONTAINER,
        "jakarta.persistence.EntityManager",
        "jakarta.persistence.EntityManagerFactory",
        "jakarta.servlet.ServletContext",
        "jakarta.servlet.ServletRequest",
        "jakarta.servlet.http.HttpSession",
        "javax.persistence.EntityManager",
        "javax.persistence.EntityManagerFactory",
        "javax.servlet.ServletContext",
        "javax.servlet.ServletRequest",
        "javax.servlet.http.HttpSession",
        "org.hibernate.SessionFactory",
        "org.hibernate.SharedSessionContract",
        "org.springframework.beans.factory.BeanFactory",
        "org.springframework.core.env.PropertyResolver");
  }

  private static final ClassValue<Verdict> VERDICTS =
      new ClassValue<>() {
        @Override
        protected Verdict computeValue(Class<?> type) {
          return new Verdict(find(type));
        }
      };

  private record Verdict(@Nullable String reason) {}

  private NeverShipped() {}

  /** Why objects of the class never cross and what to do, or null if they may. */
  static @Nullable String reason(Class<?> type) {
    return VERDICTS.get(type).reason();
  }

  private static void never(String reason, String... names) {
    for (String name : names) {
      REASONS.put(name, reason);
    }
  }

  private static @Nullable String find(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>();
    Set<Class<?>> seen = new HashSet<>();
    open.add(type);
    while (!open.isEmpty()) {
      Class<?> c = open.remove();
      String reason = named(c);
      if (reason != null) {
        return reason;
      }
      for (Class<?> face : c.getInterfaces()) {
        if (seen.add(face)) {
          open.add(face);
        }
      }
      if (c.getSuperclass() != null) {
        open.add(c.getSuperclass());
      }
    }
    return null;
  }

  private static @Nullable String named(Class<?> type) {
    String name = type.getName();
    if (name.startsWith("javax.naming.")) {
      return SECRET;
    }
    // The classes of java.sql are values and exceptions; what is connected is an interface.
    if (type.isInterface() && (name.startsWith("java.sql.") || name.startsWith("javax.sql."))) {
      return OPEN;
    }
    return REASONS.get(name);
  }
}
