package dev.airlock.sandbox.door;

import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where guests get classes and resources from. One for a runtime; each call opens a session.
 *
 * <p>Thread-safe. The first lookup in a place blocks while its names are read; later ones do not
 * touch the file system except to read what they found.
 */
public final class ClassDoor implements AutoCloseable {
  private static final long CACHED_BYTES = 64L << 20;

  private final LoaderMirror mirror;
  private final ResourcePolicy policy;
  private final RootOpener opener;
  private final ContentCache cache;
  private final ClassFiles files;
  private final ServedBefore before = new ServedBefore(DoorLimits.DEFAULT.classRequests());
  private final Set<Place> application = ConcurrentHashMap.newKeySet();

  /** A door over the loaders of a mirror, which belongs to it from then on. */
  public ClassDoor(LoaderMirror mirror, ResourcePolicy policy) {
    this(mirror, policy, CodeRoot::at, new ContentCache(CACHED_BYTES));
  }

  ClassDoor(LoaderMirror mirror, ResourcePolicy policy, RootOpener opener, ContentCache cache) {
    this.mirror = mirror;
    this.policy = policy;
    this.opener = opener;
    this.cache = cache;
    this.files = new ClassFiles(cache);
  }

  /**
   * Marks the archive or directory of a class as the application's own: its resources are given
   * only as far as a configuration lists them. For each class that declares an annotated method.
   */
  public void markApplication(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    Place place = url == null ? null : Place.of(url);
    if (place != null) {
      application.add(place);
    }
  }

  /**
   * Opens the door for one call. The guest may ask about the loader of the owner, the loaders above
   * it and those that {@link DoorSession#loaderOf} names, once it has been let in by {@link
   * DoorSession#enter}.
   *
   * @param owner the class that declares the method
   * @param method names the method within its class; calls of the same method learn from each other
   */
  public DoorSession open(Class<?> owner, String method) {
    return new DoorSession(this, owner, method);
  }

  /**
   * The class file that a guest gets for a class. What is found here is what the door serves from
   * then on: if the file changes, calls are refused.
   *
   * @param guestFeature the Java feature release of the guest, as in 17
   * @return null for a class of the JDK, and for one of which no file is found
   * @throws DoorException if guests are refused the class
   */
  public byte @Nullable [] classFile(Class<?> type, int guestFeature) throws DoorException {
    MirroredLoader loader = mirror.find(mirror.loaderOf(type));
    Found found = loader == null ? null : find(loader, type.getName(), guestFeature);
    return found == null
        ? null
        : files.read(
            type.getName(), found.entry(), guestFeature, DoorLimits.DEFAULT.oneClassBytes());
  }

  /** Closes every file that is open and forgets what is cached. For the end of the runtime. */
  @Override
  public void close() {
    mirror.closeIndexes();
    cache.clear();
  }

  LoaderMirror mirror() {
    return mirror;
  }

  ClassFiles files() {
    return files;
  }

  ServedBefore before() {
    return before;
  }

  LoaderIndex indexOf(MirroredLoader loader, int guestFeature) {
    return loader.index(guestFeature, opener);
  }

  /** Whether a guest gets an entry that is in its root's listing under that name. */
  boolean admits(CodeEntry entry, String name, Set<CodeRoot> used) {
    CodeRoot root = entry.root();
    boolean library = root.isArchive() && !application.contains(root.place());
    return policy.admits(name, library && used.contains(root));
  }

  /** Which loader defines a class, as far as the host knows, and where its file is. */
  @Nullable Found find(MirroredLoader asked, String name, int guestFeature) {
    if (!ClassNames.isServable(name)) {
      return null;
    }
    Integer pinned = asked.pinned(name);
    if (pinned == null) {
      return findParentFirst(asked, name, guestFeature);
    }
    MirroredLoader defining = mirror.find(pinned);
    CodeEntry entry = defining == null ? null : indexOf(defining, guestFeature).classNamed(name);
    return defining == null || entry == null ? null : new Found(defining, entry);
  }

  /** Every entry of that name in the listings of a loader and those above it, these first. */
  List<CodeEntry> findResources(MirroredLoader asked, String name, int guestFeature) {
    MirroredLoader parent = asked.parent();
    List<CodeEntry> found =
        parent == null ? new ArrayList<>() : findResources(parent, name, guestFeature);
    found.addAll(indexOf(asked, guestFeature).resourcesNamed(name));
    return found;
  }

  private @Nullable Found findParentFirst(MirroredLoader asked, String name, int guestFeature) {
    MirroredLoader parent = asked.parent();
    Found above = parent == null ? null : findParentFirst(parent, name, guestFeature);
    if (above != null) {
      return above;
    }
    CodeEntry entry = indexOf(asked, guestFeature).classNamed(name);
    return entry == null ? null : new Found(asked, entry);
  }

  /** A class file and the loader that defines it. */
  record Found(MirroredLoader defining, CodeEntry entry) {}
}
