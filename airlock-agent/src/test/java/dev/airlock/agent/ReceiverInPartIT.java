package dev.airlock.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bean that holds something open, called through the agent and in a real sandbox. */
class ReceiverInPartIT {
  private static final String APP =
      """
      import dev.airlock.Airlock;
      import dev.airlock.AirlockContext;
      import dev.airlock.NotShippableException;
      import java.net.Socket;
      import java.util.List;
      import java.util.function.IntSupplier;

      public class App {
        private final Socket connection = new Socket();
        private final List<Integer> rates = List.of(2, 3);

        @Airlock
        String rated(int amount) {
          IntSupplier sum = () -> amount * rate(1);
          return sum.getAsInt() + " sandboxed: " + AirlockContext.isSandboxed();
        }

        private int rate(int at) {
          return rates.get(at);
        }

        @Airlock
        boolean connected() {
          return connection.isConnected();
        }

        @Airlock
        boolean listed() {
          return List.of(1).contains(this);
        }

        public static void main(String[] arguments) {
          App bean = new App();
          System.out.println(bean.rated(7));
          refused(bean::connected);
          refused(bean::listed);
        }

        static void refused(Runnable call) {
          try {
            call.run();
            System.out.println("ran");
          } catch (NotShippableException e) {
            System.out.println(e.path());
            System.out.println(e.getMessage().replaceAll("^.*Reason: ", ""));
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void aConnectionStaysOnTheHostUnlessTheMethodTouchesIt() throws Exception {
    AgentHarness harness =
        new AgentHarness(directory)
            .source("App.java", APP)
            .compile(List.of(AgentHarness.ANNOTATIONS));

    AgentHarness.Run run = harness.runWithAgent("App", List.of(AgentHarness.ANNOTATIONS));

    assertThat(run.exit()).as(run.toString()).isZero();
    String path = "receiver → connection: java.net.Socket";
    assertThat(run.out().lines())
        .as(run.toString())
        .containsExactly(
            "21 sandboxed: true",
            path,
            "App#connected did not run. Cannot be sent into a sandbox: "
                + path
                + ". It is open in this process. Pass what it would read or write instead.",
            path,
            "given to java/util/List.contains, in App#listed.");
  }
}
