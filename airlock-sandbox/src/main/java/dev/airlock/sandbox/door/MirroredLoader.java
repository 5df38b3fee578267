package dev.airlock.sandbox.door;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the host knows of one of its class loaders. Does not keep it alive. Thread-safe. */
final class MirroredLoader {
  private static final Logger LOG = System.getLogger(MirroredLoader.class.getName());

  private final int number;
  private final @Nullable MirroredLoader parent;
  private final WeakReference<ClassLoader> loader;
  private final Map<String, Integer> pins = new ConcurrentHashMap<>();
  private final Set<Place> seenPlaces = ConcurrentHashMap.newKeySet();
  private final Map<Integer, LoaderIndex> indexes = new ConcurrentHashMap<>();

  MirroredLoader(int number, ClassLoader loader, @Nullable MirroredLoader parent) {
    this.number = number;
    this.parent = parent;
    this.loader = new WeakReference<>(loader);
  }

  int number() {
    return number;
  }

  /** The loader above it, or null if that is the JDK's. */
  @Nullable MirroredLoader parent() {
    return parent;
  }

  /** The loader, or null once it is gone. */
  @Nullable ClassLoader loader() {
    return loader.get();
  }

  /** Notes that this loader sees a class of that name in another or in itself. */
  void pin(String name, int definingLoader) {
    pins.putIfAbsent(name, definingLoader);
  }

  /** The number of the loader in which it sees that class for certain, or null. */
  @Nullable Integer pinned(String name) {
    return pins.get(name);
  }

  /** Notes where a class that it defined came from. */
  void sawSource(@Nullable CodeSource source) {
    URL url = source == null ? null : source.getLocation();
    Place place = url == null ? null : Place.of(url);
    if (place != null) {
      seenPlaces.add(place);
    }
  }

  /** Its index for guests of a Java release. */
  LoaderIndex index(int guestFeature, RootOpener opener) {
    return indexes.computeIfAbsent(guestFeature, feature -> new LoaderIndex(this, feature, opener));
  }

  /** Where it has classes, as far as is known now. */
  List<Place> places() {
    ClassLoader live = loader.get();
    List<Place> all = live == null ? new ArrayList<>() : Locations.of(live);
    all.addAll(seenPlaces);
    return all;
  }

  /** A number above 0 that grows when {@link #places} does, and costs less. */
  int countPlaces() {
    ClassLoader live = loader.get();
    int own = live instanceof URLClassLoader urls ? urls.getURLs().length : 0;
    return 1 + own + seenPlaces.size();
  }

  /** Gives back the files that its indexes hold open. */
  void closeIndexes() {
    for (LoaderIndex index : indexes.values()) {
      try {
        index.close();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "A jar could not be closed.", e);
      }
    }
    indexes.clear();
  }
}
