package dev.airlock.sandbox.door;

import dev.airlock.sandbox.codec.ClassNaming;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the host's class loaders, so that guests can mirror them: 0 is the JDK, an application's
 * loaders count from 1. A number is never used again. Thread-safe, and keeps no loader alive.
 */
public final class LoaderMirror implements ClassNaming {
  private static final Set<String> JDK_MODULES =
      ModuleFinder.ofSystem().findAll().stream()
          .map(ModuleReference::descriptor)
          .map(descriptor -> descriptor.name())
          .collect(Collectors.toUnmodifiableSet());

  private final AtomicInteger last = new AtomicInteger();
  private final Map<Key, MirroredLoader> byLoader = new ConcurrentHashMap<>();
  private final Map<Integer, MirroredLoader> byNumber = new ConcurrentHashMap<>();
  private final ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();

  /** The number of a loader. 0 for null, the boot loader, and for the platform loader. */
  public int of(@Nullable ClassLoader loader) {
    return loader == null || isPlatform(loader) ? 0 : mirror(loader).number();
  }

  /**
   * The number of the loader that defined a class, 0 for any class of the JDK. From then on guests
   * that want this class get exactly this one, and so for its supertypes. An array counts as its
   * element.
   */
  @Override
  public int loaderOf(Class<?> type) {
    Class<?> element = type;
    while (element.getComponentType() != null) {
      element = element.getComponentType();
    }
    ClassLoader loader = element.getClassLoader();
    if (loader == null || isPlatform(loader) || isJdk(element.getModule())) {
      return 0;
    }
    MirroredLoader mirrored = mirror(loader);
    if (mirrored.pinned(element.getName()) == null) {
      pin(element, mirrored);
    }
    return mirrored.number();
  }

  /** The loader of that number, or null if there is none or it is gone. */
  @Nullable MirroredLoader find(int number) {
    return byNumber.get(number);
  }

  /** Gives back the files that are open for the loaders. */
  void closeIndexes() {
    byNumber.values().forEach(MirroredLoader::closeIndexes);
  }

  private void pin(Class<?> type, MirroredLoader loader) {
    loader.pin(type.getName(), loader.number());
    loader.sawSource(type.getProtectionDomain().getCodeSource());
    Class<?> parent = type.getSuperclass();
    if (parent != null) {
      pinSupertype(parent, loader);
    }
    for (Class<?> contract : type.getInterfaces()) {
      pinSupertype(contract, loader);
    }
  }

  private void pinSupertype(Class<?> supertype, MirroredLoader seenFrom) {
    int defining = loaderOf(supertype);
    if (defining != 0) {
      seenFrom.pin(supertype.getName(), defining);
    }
  }

  private MirroredLoader mirror(ClassLoader loader) {
    forgetGone();
    MirroredLoader known = byLoader.get(new Key(loader, null));
    if (known != null) {
      return known;
    }
    ClassLoader above = loader.getParent();
    MirroredLoader parent = above == null || isPlatform(above) ? null : mirror(above);
    return byLoader.computeIfAbsent(
        new Key(loader, gone),
        key -> {
          MirroredLoader mirrored = new MirroredLoader(last.incrementAndGet(), loader, parent);
          byNumber.put(mirrored.number(), mirrored);
          return mirrored;
        });
  }

  private void forgetGone() {
    Reference<? extends ClassLoader> key;
    while ((key = gone.poll()) != null) {
      MirroredLoader mirrored = byLoader.remove(key);
      if (mirrored != null) {
        byNumber.remove(mirrored.number());
        mirrored.closeIndexes();
      }
    }
  }

  private static boolean isPlatform(ClassLoader loader) {
    return loader == ClassLoader.getPlatformClassLoader();
  }

  private static boolean isJdk(Module module) {
    return module.isNamed() && JDK_MODULES.contains(module.getName());
  }

  /** A loader by identity. */
  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, @Nullable ReferenceQueue<ClassLoader> queue) {
      super(loader, queue);
      hash = System.identityHashCode(loader);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      ClassLoader mine = get();
      return other == this || (mine != null && other instanceof Key key && key.refersTo(mine));
    }
  }
}
