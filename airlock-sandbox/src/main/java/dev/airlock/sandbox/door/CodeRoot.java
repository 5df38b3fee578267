package dev.airlock.sandbox.door;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where a host loader has classes: an archive or a directory. Thread-safe.
 *
 * <p>It is listed once, when it is first needed, and never again: a file that appears later does
 * not exist for guests.
 */
abstract class CodeRoot implements Closeable {
  private static final Logger LOG = System.getLogger(CodeRoot.class.getName());

  private final Place place;
  private @Nullable Listing listing;

  CodeRoot(Place place) {
    this.place = place;
  }

  /** The root at a place, or null if nothing is there. */
  static @Nullable CodeRoot at(Place place, int guestFeature) {
    if (Files.isDirectory(place.file())) {
      return new DirectoryRoot(place);
    }
    return Files.isRegularFile(place.file()) ? new JarRoot(place, guestFeature) : null;
  }

  /** Where it is. */
  final Place place() {
    return place;
  }

  /** What is in it. Blocks while the first caller reads the file system. */
  final synchronized Listing listing() {
    if (listing == null) {
      try {
        listing = list();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "No guest gets a class of " + place + ": it cannot be read.", e);
        listing = new Listing(List.of());
      }
    }
    return listing;
  }

  /** Says that not all of it is listed. */
  final void warnFull() {
    LOG.log(
        Level.WARNING, "Guests get only the first {0} files of {1}.", Listing.MAX_ENTRIES, place);
  }

  /** Whether it is an archive, whose names are exact and which nobody edits in place. */
  abstract boolean isArchive();

  /** Reads the names of everything in it. */
  abstract Listing list() throws IOException;

  @Override
  public abstract void close() throws IOException;
}
