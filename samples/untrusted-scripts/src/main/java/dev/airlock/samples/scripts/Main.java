package dev.airlock.samples.scripts;

import dev.airlock.AirlockException;
import dev.airlock.AirlockRuntime;
import dev.airlock.NotWovenException;
import dev.airlock.samples.report.Canaries;
import dev.airlock.samples.report.Observed;
import dev.airlock.samples.report.Progress;
import dev.airlock.samples.report.Summary;
import dev.airlock.samples.report.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every script of a directory, the useful ones first, and prints a table of what came of it.
 *
 * <p>Ends with status 0 if all useful scripts gave the right answer and nothing escaped, with 1 if
 * not, and with 2 if nothing was run.
 */
public final class Main {
  private final ScriptRunner runner = new ScriptRunner();
  private final Path directory;

  private Main(Path directory) {
    this.directory = directory;
  }

  /**
   * The program.
   *
   * @param args the directory that holds {@code useful}, {@code hostile} and {@code inputs}
   * @throws Exception if a script cannot be read or a canary cannot be set
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println(
          "usage: java -javaagent:airlock-agent.jar ... Main <directory of scripts>");
      System.exit(2);
    }
    try {
      AirlockRuntime.verify(ScriptRunner.class);
    } catch (NotWovenException e) {
      System.err.println("untrusted-scripts: " + e.getMessage());
      System.exit(2);
    }
    Summary summary = new Main(Path.of(args[0])).run();
    System.out.println("untrusted-scripts: " + summary.line());
    System.exit(summary.isGood() ? 0 : 1);
  }

  private Summary run() throws IOException {
    warmUp();
    Progress progress = new Progress(System.err, Boolean.getBoolean("demo.terminal"));
    try (Canaries canaries = Canaries.setFor(Main.class)) {
      Trials trials = new Trials(System.out, progress, canaries, ScriptRunner::bodiesRun);
      List<ScriptFile> useful = ScriptFile.readAll(directory.resolve("useful"));
      for (ScriptFile script : useful) {
        runOne(trials, script, Map.of());
      }
      if (trials.summary().sandboxed() < trials.summary().inputs()) {
        System.err.println("A useful script ran in no sandbox, so the hostile ones are left out.");
        return trials.summary();
      }
      Map<String, String> known = new HashMap<>(canaries.knownToAttackers());
      known.put("archive", Canaries.archiveOf(Main.class).toString());
      for (ScriptFile script : ScriptFile.readAll(directory.resolve("hostile"))) {
        runOne(trials, script, known);
      }
      // The host still works after all that.
      runOne(trials, useful.get(0), Map.of());
      return trials.summary();
    }
  }

  /**
   * Makes one call that nobody judges. What a process pays for once is no script's time: guests
   * have to boot, and the class path is looked through for what they need.
   */
  private void warmUp() {
    try {
      runner.run("null", Map.of());
    } catch (AirlockException e) {
      // The first script will meet the same, and its row says what it is.
    }
  }

  private void runOne(Trials trials, ScriptFile script, Map<String, String> known) {
    Map<String, String> variables = new HashMap<>(known);
    variables.put("input", script.input());
    trials.run(
        script.subject(),
        () -> {
          ScriptResult result = runner.run(script.source(), variables);
          return new Observed(result.output(), result.origin());
        });
  }
}
