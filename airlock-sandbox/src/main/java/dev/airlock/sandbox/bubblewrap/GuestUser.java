package dev.airlock.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The user of this machine that a guest runs as.
 *
 * <p>Where the host is root, each guest gets a user id of its own, so that it is never the kernel's
 * user 0 and shares no per-user limit with anything. They are drawn from 100 million ids above
 * every range that distributions hand out. An ordinary user can only be itself.
 *
 * @param id the user's and the group's id, or {@link #SAME}
 */
record GuestUser(int id) {
  /** Stands for the user that the host is. */
  static final int SAME = -1;

  private static final int LOWEST = 1_900_000_000;
  private static final int COUNT = 100_000_000;

  /** The user for the next guest. */
  static GuestUser next() throws IOException {
    return isRoot()
        ? new GuestUser(LOWEST + ThreadLocalRandom.current().nextInt(COUNT))
        : new GuestUser(SAME);
  }

  /** Makes a directory this user's own. */
  void own(Path directory) throws IOException {
    if (id != SAME) {
      Files.setAttribute(directory, "unix:uid", id);
    }
  }

  /** The options by which {@code setpriv} becomes this user. */
  List<String> setprivOptions() {
    String number = Integer.toString(id);
    return id == SAME
        ? List.of("--no-new-privs")
        : List.of("--reuid", number, "--regid", number, "--clear-groups", "--no-new-privs");
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }
}
