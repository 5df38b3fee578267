package dev.airlock.samples.report;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that outlive the call that started them.
 *
 * <p>Hostile inputs put a word into the command line of each process they start. While the call
 * goes on, such processes may be seen from the host inside their sandbox; after it none may.
 */
final class Leftovers {
  private static final long GRACE_MILLIS = 3000;

  private final String word;

  Leftovers(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** The processes that carry the word and do not end within three seconds. */
  List<String> find() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(word))
        .filter(process -> !endsBefore(deadline, process))
        .map(process -> "it left process " + process.pid() + " behind")
        .toList();
  }

  private static boolean endsBefore(long deadline, ProcessHandle process) {
    try {
      process.onExit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
