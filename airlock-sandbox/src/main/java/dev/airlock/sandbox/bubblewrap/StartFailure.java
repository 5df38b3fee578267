package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.ExitReport;
import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.image.GuestJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out from what a guest left behind why it did not start. */
final class StartFailure {
  private static final Path SETTINGS = Path.of("/proc/sys");

  /** A setting of the kernel that forbids user namespaces while it has a certain value. */
  private record Setting(String name, String forbidding, String remedy) {}

  private static final List<Setting> FORBIDDING =
      List.of(
          new Setting(
              "kernel.unprivileged_userns_clone",
              "0",
              "sysctl -w kernel.unprivileged_userns_clone=1"),
          new Setting("user.max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=10000"),
          new Setting(
              "kernel.apparmor_restrict_unprivileged_userns",
              "1",
              "Give bwrap an AppArmor profile that allows userns, or sysctl -w"
                  + " kernel.apparmor_restrict_unprivileged_userns=0"));

  private StartFailure() {}

  static SandboxStartException of(ExitReport report, GuestJdk jdk) {
    return of(report, jdk, SETTINGS);
  }

  static SandboxStartException of(ExitReport report, GuestJdk jdk, Path settings) {
    String said = report.lastWords();
    String what = "The guest ended with status " + report.status() + " and said: " + said;
    if (said.contains("Can't find source path " + jdk.home())) {
      return new SandboxStartException(
          "The Java runtime at " + jdk.home() + " cannot be read by the user of the guest. " + what,
          "Install a JDK that every user may read, as in /usr/lib/jvm, and run the host on it",
          null);
    }
    if (said.contains("bwrap: ")) {
      for (Setting setting : FORBIDDING) {
        if (setting.forbidding.equals(read(settings, setting.name))) {
          return new SandboxStartException(
              "User namespaces are forbidden: "
                  + setting.name
                  + " = "
                  + setting.forbidding
                  + ". "
                  + what,
              setting.remedy,
              null);
        }
      }
    }
    return new SandboxStartException(what, remedy(said), null);
  }

  private static String remedy(String said) {
    if (said.contains("namespace") || said.contains("uid map")) {
      return "Allow user namespaces. In a container they are often forbidden by its seccomp or"
          + " AppArmor profile";
    }
    if (said.startsWith("setpriv: ")) {
      return "Start the host as an ordinary user, or let root change its user id (CAP_SETUID and"
          + " CAP_SETGID, and ids above 1900000000 that are mapped)";
    }
    if (said.contains("Can't find source path")) {
      return "Choose an airlock.cache-dir that every user may enter, and all directories above it";
    }
    return "Start it by hand to see more: bwrap --unshare-all --ro-bind / / true";
  }

  private static @Nullable String read(Path settings, String name) {
    try {
      return Files.readString(settings.resolve(name.replace('.', '/'))).strip();
    } catch (IOException e) {
      return null; // This kernel does not have the setting, so it forbids nothing.
    }
  }
}
