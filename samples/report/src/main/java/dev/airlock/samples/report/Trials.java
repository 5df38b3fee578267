package dev.airlock.samples.report;

import dev.airlock.NotShippableException;
import dev.airlock.NotWovenException;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.SandboxExecutionException;
import dev.airlock.SandboxUnavailableException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries inputs one after the other, judges each from the host's side and prints a row for it.
 *
 * <p>Where a body ran is not taken on the sandbox's word alone: each body counts itself in a static
 * of its class, and the static of this JVM must not have moved. Not thread-safe.
 */
public final class Trials {
  private final PrintStream out;
  private final Progress progress;
  private final Canaries canaries;
  private final IntSupplier bodiesRunHere;
  private Summary summary = Summary.EMPTY;
  private String isolation = "";

  /**
   * Trials that print to a stream.
   *
   * @param bodiesRunHere how often the annotated body has run in this JVM so far
   */
  public Trials(PrintStream out, Progress progress, Canaries canaries, IntSupplier bodiesRunHere) {
    this.out = out;
    this.progress = progress;
    this.canaries = canaries;
    this.bodiesRunHere = bodiesRunHere;
    out.println(Table.header());
    out.println(Table.rule());
  }

  /** Makes one call and prints its row. Blocks until the call has ended and is judged. */
  public void run(Subject subject, Callable<Observed> call) {
    progress.show(summary.inputs() + " inputs done, now " + subject.name());
    int before = bodiesRunHere.getAsInt();
    long start = System.nanoTime();
    Observed seen = null;
    Throwable thrown = null;
    try {
      seen = call.call();
    } catch (Throwable t) {
      // An Error of a body that ran here has to be in the table as well.
      thrown = t;
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    Where where = where(before, seen, thrown);
    String text = seen == null ? String.valueOf(thrown) : seen.text();
    List<String> breaches = canaries.breaches(text);
    add(
        new Row(
            subject,
            verdict(subject, seen, where, text, breaches),
            outcome(seen, thrown, breaches),
            where,
            isolation(seen, where),
            millis));
  }

  /** The sums so far. */
  public Summary summary() {
    return summary;
  }

  private void add(Row row) {
    summary = summary.plus(row);
    progress.clear();
    out.println(Table.line(row));
    if (row.verdict() != Verdict.RIGHT && row.verdict() != Verdict.CONTAINED) {
      out.println("  " + Table.printable(row.outcome(), 1000));
    }
  }

  private Where where(int before, @Nullable Observed seen, @Nullable Throwable thrown) {
    if (bodiesRunHere.getAsInt() != before || (seen != null && !seen.origin().sandboxed())) {
      return Where.HOST;
    }
    boolean refused =
        thrown instanceof NotWovenException
            || thrown instanceof SandboxUnavailableException
            || thrown instanceof SandboxConfigurationException
            || thrown instanceof NotShippableException;
    return refused ? Where.NOWHERE : Where.SANDBOX;
  }

  private static Verdict verdict(
      Subject subject, @Nullable Observed seen, Where where, String text, List<String> breaches) {
    String breach = subject.breach();
    if (where == Where.HOST
        || !breaches.isEmpty()
        || (seen != null && breach != null && text.contains(breach))) {
      return Verdict.ESCAPED;
    }
    if (where == Where.NOWHERE) {
      return Verdict.NOT_RUN;
    }
    String expected = subject.expected();
    if (expected == null) {
      return Verdict.CONTAINED;
    }
    return seen != null && expected.equals(text.stripTrailing()) ? Verdict.RIGHT : Verdict.WRONG;
  }

  private static String outcome(
      @Nullable Observed seen, @Nullable Throwable thrown, List<String> breaches) {
    if (!breaches.isEmpty()) {
      return String.join("; ", breaches);
    }
    if (seen != null) {
      return seen.text().strip();
    }
    if (thrown == null) {
      return "";
    }
    String kind = thrown.getClass().getSimpleName().replaceFirst("Exception$", "");
    String detail =
        thrown instanceof SandboxExecutionException e && !e.errorType().isEmpty()
            ? e.errorType().substring(e.errorType().lastIndexOf('.') + 1)
            : thrown.getMessage();
    return detail == null ? kind : kind + ": " + detail;
  }

  /** A guest that ended early could not say: what the last one said, in brackets. */
  private String isolation(@Nullable Observed seen, Where where) {
    if (seen != null) {
      isolation = seen.origin().isolation();
      return isolation;
    }
    return where == Where.SANDBOX && !isolation.isEmpty() ? "(" + isolation + ")" : "";
  }
}
