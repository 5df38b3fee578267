package dev.airlock.sandbox.shim;

import dev.airlock.sandbox.codec.ClassLookup;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The mirrors of the host's class loaders, and what the host has said about classes and resources.
 *
 * <p>Thread-safe. One question is under way at a time, and none is asked twice: what is absent
 * stays absent. An answer is kept before the next question is asked, so bytes that the host counts
 * as held are here.
 */
final class GuestLoaders implements ClassLookup {
  private static final Integer NOWHERE = 0;

  private final ApiLoader api;
  private final DoorClient door;
  private final ResourceUrls urls = new ResourceUrls(this);
  private final Map<Integer, GuestLoader> mirrors = new ConcurrentHashMap<>();

  /** Which loader defines what is asked for; {@link #NOWHERE} for what is absent. */
  private final Map<ClassRef, Integer> defining = new ConcurrentHashMap<>();

  /** Classes that have come and are not defined yet, by the loader that will define them. */
  private final Map<ClassRef, byte[]> undefined = new ConcurrentHashMap<>();

  private final Map<ClassRef, List<byte[]>> resources = new ConcurrentHashMap<>();
  private final Object question = new Object();

  /**
   * The loaders of one guest.
   *
   * @param shim the loader of the shim, which has the API that applications see
   */
  GuestLoaders(ClassLoader shim, DoorClient door) {
    this.api = new ApiLoader(shim);
    this.door = door;
  }

  @Override
  public Class<?> find(int loader, String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader == 0 ? api : loader(loader));
  }

  /**
   * The mirror of a host loader.
   *
   * @throws IllegalArgumentException if the number is not above 0
   */
  GuestLoader loader(int number) {
    if (number <= 0) {
      throw new IllegalArgumentException("Loader " + number + " is not mirrored.");
    }
    return mirrors.computeIfAbsent(number, n -> new GuestLoader(api, n, this));
  }

  /** Keeps what the host sends ahead until it is needed. Does not define anything. */
  void offer(List<ClassOffer> batch) {
    synchronized (question) {
      for (ClassOffer offer : batch) {
        keep(offer.asked(), offer.answer());
      }
    }
  }

  /** The loader that defines a class for the loader that is asked. */
  GuestLoader definingLoader(int asked, String name) throws ClassNotFoundException {
    ClassRef ref = new ClassRef(asked, name);
    Integer known = defining.get(ref);
    if (known == null) {
      known = ask(ref);
    }
    if (known.equals(NOWHERE)) {
      throw new ClassNotFoundException(name);
    }
    return loader(known);
  }

  /** The bytes of a class that its loader has not defined yet, or null. */
  byte @Nullable [] bytesFor(int loader, String name) {
    return undefined.get(new ClassRef(loader, name));
  }

  /** Drops the bytes of a class that is defined. */
  void forgetBytes(int loader, String name) {
    undefined.remove(new ClassRef(loader, name));
  }

  /** All resources of that name, as the host's loader sees them. */
  List<byte[]> resources(int loader, String name) {
    ClassRef ref = new ClassRef(loader, name);
    List<byte[]> known = resources.get(ref);
    if (known != null) {
      return known;
    }
    synchronized (question) {
      known = resources.get(ref);
      if (known == null) {
        try {
          known = List.copyOf(door.wantResources(loader, name));
        } catch (IOException e) {
          throw new UncheckedIOException("The host did not say whether it has " + name + ".", e);
        }
        resources.put(ref, known);
      }
      return known;
    }
  }

  ResourceUrls urls() {
    return urls;
  }

  private Integer ask(ClassRef ref) throws ClassNotFoundException {
    synchronized (question) {
      Integer known = defining.get(ref);
      if (known == null) {
        try {
          known = keep(ref, door.wantClass(ref.loader(), ref.name()));
        } catch (IOException e) {
          throw new ClassNotFoundException(
              ref.name() + ": the host did not say whether it has it.", e);
        }
      }
      return known;
    }
  }

  private Integer keep(ClassRef asked, ClassAnswer answer) {
    Integer loader = answer.loader();
    if (!answer.isAbsent()) {
      ClassRef defined = new ClassRef(loader, asked.name());
      if (!answer.isHeld()) {
        undefined.put(defined, answer.bytes());
      }
      defining.put(defined, loader);
    }
    defining.put(asked, loader);
    return loader;
  }
}
