package dev.airlock.sandbox.door;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which resources guests get. Immutable.
 *
 * <p>Archives of libraries give what does not look like a secret. What a configuration lists comes
 * from the application's own archives and directories too; a listed name without a wildcard is
 * given even if it looks like a secret, because whoever wrote it meant that entry.
 */
public final class ResourcePolicy {
  /** Nothing is listed. */
  public static final ResourcePolicy LIBRARIES_ONLY = new ResourcePolicy(List.of());

  private final Set<String> names = new HashSet<>();
  private final List<Pattern> globs = new ArrayList<>();

  /**
   * A policy with the globs of {@code airlock.resources}.
   *
   * @param listed entry names or globs of them, as in {@code templates/*.html}; {@code **} crosses
   *     segments
   */
  public ResourcePolicy(List<String> listed) {
    for (String glob : listed) {
      if (Globs.isExact(glob)) {
        names.add(glob);
      } else {
        globs.add(Globs.compile(glob, 0));
      }
    }
  }

  /**
   * Whether a guest gets an entry.
   *
   * @param entryName the name from the host's own listing
   * @param fromUsedLibrary whether it is in a library's archive that served a class to this guest
   */
  boolean admits(String entryName, boolean fromUsedLibrary) {
    if (names.contains(entryName)) {
      return true;
    }
    boolean offered =
        fromUsedLibrary || globs.stream().anyMatch(glob -> glob.matcher(entryName).matches());
    return offered && !SecretNames.matches(entryName);
  }
}
