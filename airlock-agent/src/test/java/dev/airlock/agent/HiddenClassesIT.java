package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent and the application do not meet in anything but the package of the annotations. */
class HiddenClassesIT {
  private static final String LOOKS_AROUND =
      """
      import java.util.Collections;

      public class App {
        public static void main(String[] arguments) throws Exception {
          ClassLoader loader = ClassLoader.getSystemClassLoader();
          for (String name : arguments) {
            try {
              Class.forName(name, false, loader);
              System.out.println("VISIBLE " + name);
            } catch (ClassNotFoundException e) {
              System.out.println("hidden " + name);
            }
          }
          for (String name :
              new String[] {
                "META-INF/services/jakarta.validation.spi.ValidationProvider",
                "net/bytebuddy/ByteBuddy.class"
              }) {
            if (!Collections.list(loader.getResources(name)).isEmpty()) {
              System.out.println("VISIBLE " + name);
            }
          }
          if (Thread.currentThread().getContextClassLoader() != loader) {
            System.out.println("VISIBLE context class loader");
          }
        }
      }
      """;

  private static final String OLD_LIBRARIES =
      """
      import com.esotericsoftware.kryo.Kryo;
      import com.esotericsoftware.kryo.io.Input;
      import com.esotericsoftware.kryo.io.Output;
      import com.fasterxml.jackson.databind.ObjectMapper;
      import com.sun.net.httpserver.HttpServer;
      import dev.airlock.Airlock;
      import dev.airlock.AirlockContext;
      import java.net.InetAddress;
      import java.net.InetSocketAddress;
      import java.util.ArrayList;
      import java.util.Map;
      import okhttp3.OkHttpClient;
      import okhttp3.Request;
      import okhttp3.Response;

      public class App {
        @Airlock
        static String sandboxed() {
          return "sandboxed " + AirlockContext.isSandboxed();
        }

        public static void main(String[] arguments) throws Exception {
          System.out.println(sandboxed());
          Kryo kryo = new Kryo();
          Output output = new Output(1024);
          ArrayList<String> list = new ArrayList<>();
          list.add("kryo works");
          kryo.writeClassAndObject(output, list);
          System.out.println(kryo.readClassAndObject(new Input(output.toBytes())));
          System.out.println(new ObjectMapper().readValue("{\\"jackson\\":\\"works\\"}", Map.class));
          System.out.println(
              new com.fasterxml.jackson.core.JsonFactory().version()
                  + " " + okhttp3.internal.Version.userAgent());
          HttpServer server =
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
          server.createContext(
              "/",
              exchange -> {
                exchange.sendResponseHeaders(200, 12);
                exchange.getResponseBody().write("okhttp works".getBytes());
                exchange.close();
              });
          server.start();
          String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
          OkHttpClient client = new OkHttpClient();
          try (Response response =
              client.newCall(new Request.Builder().url(url).build()).execute()) {
            System.out.println(response.body().string());
          }
          server.stop(0);
          System.exit(0);
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void nothingOfTheAgentsLibrariesIsVisible() throws Exception {
    AgentHarness harness = new AgentHarness(directory).source("App.java", LOOKS_AROUND);
    harness.compile(List.of());
    AgentHarness.Run run =
        harness.java(
            List.of(
                "-javaagent:" + AgentHarness.AGENT,
                "-cp",
                harness.classes().toString(),
                "App",
                "com.esotericsoftware.kryo.kryo5.Kryo",
                "com.fasterxml.jackson.core.JsonFactory",
                "net.bytebuddy.ByteBuddy",
                "org.objectweb.asm.ClassReader",
                "org.hibernate.validator.HibernateValidator",
                "jakarta.validation.Validation",
                "dev.airlock.runtime.RuntimeStarter",
                "dev.airlock.sandbox.Sandbox",
                "dev.airlock.agent.weave.Weaving"),
            Map.of());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines()).hasSize(9).allMatch(line -> line.startsWith("hidden "));
  }

  @Test
  void applicationKeepsItsOwnOldLibraries() throws Exception {
    List<Path> libraries;
    try (Stream<Path> files = Files.list(Path.of("target/it-libraries").toAbsolutePath())) {
      libraries = Stream.concat(files, Stream.of(AgentHarness.ANNOTATIONS)).sorted().toList();
    }
    AgentHarness harness = new AgentHarness(directory).source("App.java", OLD_LIBRARIES);
    harness.compile(libraries);
    AgentHarness.Run run = harness.runWithAgent("App", libraries);
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "sandboxed true",
            "[kryo works]",
            "{jackson=works}",
            "2.9.10 okhttp/3.14.9",
            "okhttp works");
  }
}
