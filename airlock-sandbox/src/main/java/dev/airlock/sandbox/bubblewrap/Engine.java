package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.process.Executables;
import dev.airlock.sandbox.process.Finished;
import dev.airlock.sandbox.text.HostileText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs that make a sandbox, found and known to be new enough.
 *
 * @param bwrap bubblewrap
 * @param version its version, as in {@code 0.8.0}
 * @param shell a POSIX shell
 * @param setpriv from util-linux
 */
record Engine(Path bwrap, String version, Path shell, Path setpriv) {
  static final String INSTALL = "apt-get install bubblewrap";
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** The first version that can forbid user namespaces inside of the sandbox is 0.8. */
  private static final int LOWEST_MINOR = 8;

  private static final Pattern VERSION = Pattern.compile("bubblewrap ((\\d+)\\.(\\d+)\\S*)");

  /**
   * Finds bubblewrap on a search path and the other programs in the system's directories.
   *
   * @throws SandboxStartException if one is missing or too old
   */
  static Engine find(String searchPath) throws SandboxStartException {
    Path bwrap =
        Executables.onPath("bwrap", searchPath)
            .orElseThrow(
                () ->
                    new SandboxStartException(
                        "There is no bwrap on the PATH (" + searchPath + ").", INSTALL, null));
    return new Engine(bwrap, version(bwrap), system("sh", "dash"), system("setpriv", "util-linux"));
  }

  /** Whether a search path, as it is now, still leads to this one. */
  boolean isFirstOn(String searchPath) {
    return Executables.onPath("bwrap", searchPath).filter(bwrap::equals).isPresent();
  }

  /** As {@code bubblewrap 0.8.0}. */
  String name() {
    return "bubblewrap " + version;
  }

  private static Path system(String name, String debianPackage) throws SandboxStartException {
    return Executables.ofSystem(name)
        .orElseThrow(
            () ->
                new SandboxStartException(
                    "There is no " + name + " in /usr/bin or /bin.",
                    "apt-get install " + debianPackage,
                    null));
  }

  private static String version(Path bwrap) throws SandboxStartException {
    try {
      String output = Finished.run(List.of(bwrap.toString(), "--version"), LONGEST).output();
      return checked(bwrap, output);
    } catch (IOException e) {
      throw new SandboxStartException(bwrap + " does not run: " + e, INSTALL, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxStartException("Interrupted while " + bwrap + " was tried.", "", e);
    }
  }

  static String checked(Path bwrap, String output) throws SandboxStartException {
    Matcher found = VERSION.matcher(output);
    if (!found.find()) {
      throw new SandboxStartException(
          bwrap + " did not tell its version but: " + HostileText.escape(output.strip(), 200),
          INSTALL,
          null);
    }
    if (found.group(2).equals("0") && Integer.parseInt(found.group(3)) < LOWEST_MINOR) {
      throw new SandboxStartException(
          bwrap
              + " is version "
              + found.group(1)
              + "; at least 0.8.0 is needed, the first with --disable-userns.",
          "Install bubblewrap 0.8.0 or newer; Debian has it since version 12",
          null);
    }
    return found.group(1);
  }
}
