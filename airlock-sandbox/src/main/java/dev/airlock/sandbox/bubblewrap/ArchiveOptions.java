package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.image.GuestImage;
import java.util.List;

/**
 * The options by which a JVM makes an archive of loaded classes, and uses one.
 *
 * <p>From Java 24 on that is an ahead-of-time cache; measured with Kryo and Jackson loaded, Java 25
 * is ready to serve after 40 ms with one, 49 ms with a dynamic archive and 137 ms with neither.
 * Java 17 takes 58 ms with a dynamic archive and 112 ms without.
 *
 * @param feature the first number of the JVM's version
 */
record ArchiveOptions(int feature) {
  /** What the made archive is called in the directory that the guest shares with the host. */
  static final String MADE = "made";

  private static final int FIRST_WITH_CACHE = 24;
  private static final String MADE_IN_GUEST = GuestImage.EXCHANGE + "/" + MADE;
  private static final String RECORDED_IN_GUEST = GuestImage.EXCHANGE + "/recorded";

  /** For each run that it takes to make one, in order, its options. */
  List<List<String>> toMake() {
    if (feature < FIRST_WITH_CACHE) {
      return List.of(List.of("-XX:ArchiveClassesAtExit=" + MADE_IN_GUEST));
    }
    String recorded = "-XX:AOTConfiguration=" + RECORDED_IN_GUEST;
    return List.of(
        List.of("-XX:AOTMode=record", recorded),
        List.of("-XX:AOTMode=create", recorded, "-XX:AOTCache=" + MADE_IN_GUEST));
  }

  /** Uses one. A JVM that finds it missing or unfit goes on without. */
  String toUse(String path) {
    return (feature < FIRST_WITH_CACHE ? "-XX:SharedArchiveFile=" : "-XX:AOTCache=") + path;
  }
}
