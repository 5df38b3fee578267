package dev.airlock.sandbox.door;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code roots of one host loader in class path order, for guests of one Java release.
 * Thread-safe.
 *
 * <p>A root is listed when a lookup reaches it. The manifest of a jar adds its {@code Class-Path}
 * right behind the jar.
 */
final class LoaderIndex implements Closeable {
  private final MirroredLoader loader;
  private final int guestFeature;
  private final RootOpener opener;
  private final List<CodeRoot> roots = new ArrayList<>();
  private final Set<Place> seen = new HashSet<>();

  /** How many roots from the first have had their class path added. */
  private int expanded;

  /** How many places the loader had when they were last added. */
  private int places;

  LoaderIndex(MirroredLoader loader, int guestFeature, RootOpener opener) {
    this.loader = loader;
    this.guestFeature = guestFeature;
    this.opener = opener;
  }

  /** The first class of that name, or null. */
  @Nullable CodeEntry classNamed(String name) {
    int from = 0;
    do {
      CodeRoot root;
      while ((root = rootAt(from)) != null) {
        CodeEntry entry = root.listing().classNamed(name);
        if (entry != null) {
          return entry;
        }
        from++;
      }
    } while (grow());
    return null;
  }

  /** All resources of that name, in class path order. */
  List<CodeEntry> resourcesNamed(String name) {
    grow();
    List<CodeEntry> found = new ArrayList<>();
    CodeRoot root;
    for (int i = 0; (root = rootAt(i)) != null; i++) {
      CodeEntry entry = root.listing().resourceNamed(name);
      if (entry != null) {
        found.add(entry);
      }
    }
    return found;
  }

  @Override
  public synchronized void close() throws IOException {
    for (CodeRoot root : roots) {
      root.close();
    }
  }

  private synchronized @Nullable CodeRoot rootAt(int at) {
    if (at >= roots.size()) {
      return null;
    }
    CodeRoot root = roots.get(at);
    if (at == expanded) {
      expanded++;
      add(expanded, Locations.ofManifest(root.place().file(), root.listing().classPath()));
    }
    return root;
  }

  /** Adds the places that the loader did not have before. False if there are none. */
  private synchronized boolean grow() {
    int now = loader.countPlaces();
    if (now == places) {
      return false;
    }
    places = now;
    return add(roots.size(), loader.places());
  }

  private boolean add(int position, List<Place> found) {
    int at = position;
    for (Place place : found) {
      CodeRoot root = seen.add(place) ? opener.open(place, guestFeature) : null;
      if (root != null) {
        roots.add(at++, root);
      }
    }
    return at > position;
  }
}
