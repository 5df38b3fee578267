package org.example;

import dev.airlock.Airlock;
import dev.airlock.AirlockRuntime;
import dev.airlock.NotShippableException;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Passes what cannot cross. */
public final class Shipping {
  private Shipping() {}

  public static void main(String[] arguments) throws Exception {
    String file = arguments[0];
    try (FileInputStream in = new FileInputStream(file);
        Reader reader = new InputStreamReader(in)) {
      path("file", () -> take(1, in));
      path("file in an object", () -> take(1, new Holder("h", in)));
      path("file in a list", () -> take(1, List.of("a", new Holder("h", in))));
      path("file as a value", () -> take(1, Map.of("key", in)));
      path("file in a reader", () -> take(1, reader));
      path("array", () -> take(1, new Object[] {1, in}));
      path("receiver", () -> new Job(in).run());
      path("captured", () -> AirlockRuntime.call(() -> in.available()));
    }
    path("thread", () -> take(2, Thread.currentThread()));
    path("class loader", () -> take(2, Shipping.class.getClassLoader()));
    path("connection", () -> take(2, proxy(Connection.class)));
    path("plain lambda", () -> AirlockRuntime.call((Callable<Integer>) () -> 1));
    Show.line("calls", () -> AirlockRuntime.stats().calls());
    Show.line("succeeded", () -> AirlockRuntime.stats().succeeded());
    Show.line("refused", () -> AirlockRuntime.stats().refused());
    Show.hostBodies();
  }

  private static void path(String name, Show.Check call) {
    Show.line(
        name,
        () -> {
          try {
            return call.run();
          } catch (NotShippableException e) {
            return "not shippable: " + e.path();
          }
        });
  }

  private static Object proxy(Class<?> type) {
    return java.lang.reflect.Proxy.newProxyInstance(
        Shipping.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null);
  }

  @Airlock
  static String take(int number, Object value) {
    Show.body();
    return "TAKEN " + value;
  }

  /** Holds something that cannot cross. */
  record Holder(String name, Object content) {}

  /** Has state that cannot cross. */
  static class Job {
    private final FileInputStream in;

    Job(FileInputStream in) {
      this.in = in;
    }

    @Airlock
    int run() throws java.io.IOException {
      Show.body();
      return in.read();
    }
  }
}
