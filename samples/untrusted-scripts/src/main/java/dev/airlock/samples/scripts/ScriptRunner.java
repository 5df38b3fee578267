package dev.airlock.samples.scripts;

import dev.airlock.Airlock;
import dev.airlock.samples.report.Origin;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a Groovy script that may do anything. */
public final class ScriptRunner {
  private static final AtomicInteger BODIES_RUN = new AtomicInteger();

  /**
   * Compiles and runs a script.
   *
   * @param source the script
   * @param variables what it sees as variables
   * @return what it printed, or its value if it printed nothing
   */
  @Airlock(timeout = "10s", sandboxRequired = true)
  public ScriptResult run(String source, Map<String, String> variables) {
    BODIES_RUN.incrementAndGet();
    // Before anything untrusted runs, so that it cannot be argued with.
    Origin origin = Origin.here();
    StringWriter printed = new StringWriter();
    Binding binding = new Binding(new LinkedHashMap<>(variables));
    binding.setVariable("out", printed);
    Object value = new GroovyShell(binding).evaluate(source);
    String output = printed.getBuffer().isEmpty() ? String.valueOf(value) : printed.toString();
    return new ScriptResult(output, origin);
  }

  /** How often the body of {@link #run} has run in this JVM: 0 on a host that is never open. */
  static int bodiesRun() {
    return BODIES_RUN.get();
  }
}
