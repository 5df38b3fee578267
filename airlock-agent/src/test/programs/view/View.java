package org.example;

import dev.airlock.Airlock;
import dev.airlock.Reuse;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Looks around in the guest. */
public final class View {
  static String kept = "nothing";

  private View() {}

  public static void main(String[] arguments) {
    kept = "set on the host";
    Show.line("environment", () -> environment());
    Show.line("property", () -> System.getProperty("secret") + " and " + property("secret"));
    Show.line("airlock properties", () -> airlockProperties());
    Show.line("user", () -> property("user.name") + " " + property("user.dir"));
    Show.line("home", () -> exists(System.getProperty("user.home")));
    Show.line("file of the host", () -> exists(arguments[0]));
    Show.line("classes directory", () -> exists(arguments[1]));
    Show.line("own resource", () -> resource("application.properties"));
    Show.line("own class file as a resource", () -> resource("org/example/View.class"));
    Show.line("passwd", () -> read("/etc/passwd"));
    Show.line("proc", () -> exists("/proc/self"));
    Show.line("network", () -> connect());
    Show.line("process", () -> run());
    Show.line("Kryo", () -> load("com.esotericsoftware.kryo.kryo5.Kryo"));
    Show.line("Jackson", () -> load("com.fasterxml.jackson.core.JsonFactory"));
    Show.line("shim", () -> load("dev.airlock.sandbox.shim.Shim"));
    Show.line("runtime", () -> load("dev.airlock.runtime.AirlockHost"));
    Show.line("annotations", () -> load("dev.airlock.AirlockContext"));
    Show.line("host's static", () -> statics());
    Show.line("alone 1", () -> alone("one"));
    Show.line("alone 2", () -> alone("two"));
    Show.line("shared 1", () -> shared("one"));
    Show.line("shared 2", () -> shared("two"));
    Show.line("file in the guest, alone", () -> leaveFile() + " then " + exists("/tmp/left"));
    Show.hostBodies();
  }

  @Airlock
  static Set<String> environment() {
    Show.body();
    return new TreeSet<>(System.getenv().keySet());
  }

  @Airlock
  static String property(String name) {
    Show.body();
    return System.getProperty(name);
  }

  @Airlock
  static long airlockProperties() {
    Show.body();
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("airlock."))
        .count();
  }

  @Airlock
  static boolean exists(String path) {
    Show.body();
    return Files.exists(Path.of(path));
  }

  @Airlock
  static boolean resource(String name) {
    Show.body();
    return View.class.getClassLoader().getResource(name) != null
        || View.class.getResourceAsStream("/" + name) != null;
  }

  @Airlock
  static String read(String path) throws java.io.IOException {
    Show.body();
    return Files.readString(Path.of(path));
  }

  @Airlock
  static String connect() throws java.io.IOException {
    Show.body();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", 1), 1000);
      return "CONNECTED";
    }
  }

  @Airlock
  static String run() throws java.io.IOException {
    Show.body();
    return "STARTED " + new ProcessBuilder("/bin/sh", "-c", "true").start();
  }

  @Airlock
  static boolean load(String name) {
    Show.body();
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Airlock
  static String statics() {
    Show.body();
    return kept;
  }

  @Airlock(reuse = Reuse.CALL)
  static String alone(String next) {
    return exchange(next);
  }

  @Airlock(reuse = Reuse.POOL)
  static String shared(String next) {
    return exchange(next);
  }

  @Airlock
  static boolean leaveFile() throws java.io.IOException {
    Show.body();
    return Files.exists(Files.writeString(Path.of("/tmp/left"), "x"));
  }

  private static String exchange(String next) {
    Show.body();
    String before = kept;
    kept = next;
    return before;
  }
}
