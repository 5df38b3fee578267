package dev.airlock.sandbox.door;

import dev.airlock.sandbox.codec.ClassNaming;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class door for one call.
 *
 * <p>Thread-safe. Questions are answered one after the other, and block while files are read. Once
 * one has failed, every further question fails with the same exception; once the session is closed,
 * every question is answered as absent.
 */
public final class DoorSession implements ClassNaming, AutoCloseable {
  /**
   * The most classes that are sent before they are asked for; half the bytes stay for those that
   * are.
   */
  private static final int MAX_AHEAD = 2000;

  private final ClassDoor door;
  private final Class<?> owner;
  private final ServedBefore.Method method;

  /** The loaders that the guest may ask, each kept alive until the session is closed. */
  private final Map<Integer, ClassLoader> admitted = new ConcurrentHashMap<>();

  private int guestFeature;
  private DoorLimits limits = DoorLimits.DEFAULT;
  private Budget budget = new Budget(limits);

  /** What the guest got from earlier sessions, by defining loader. */
  private Set<ClassRef> held = Set.of();

  /** What it got from this one, by defining loader. */
  private final Set<ClassRef> served = new LinkedHashSet<>();

  private final Set<ClassRef> asked = new LinkedHashSet<>();

  /** The roots that have served a class to the guest. */
  private final Set<CodeRoot> used = new HashSet<>();

  private boolean heldRootsKnown;
  private boolean closed;
  private @Nullable DoorException failure;

  DoorSession(ClassDoor door, Class<?> owner, String method) {
    this.door = door;
    this.owner = owner;
    this.method = new ServedBefore.Method(loaderOf(owner), owner.getName() + '#' + method);
  }

  /**
   * Says which guest is at the door. Before that, the session only names loaders, for the call that
   * is being encoded.
   *
   * @param guestFeature the Java feature release of the guest, as in 17
   * @param guestLimits the most that it gets
   * @param guestHolds the union of what {@link #served} said for earlier calls in the same guest,
   *     empty for a fresh one; not copied, so it must not change while the session is open
   * @return this
   */
  public synchronized DoorSession enter(
      int guestFeature, DoorLimits guestLimits, Set<ClassRef> guestHolds) {
    this.guestFeature = guestFeature;
    limits = guestLimits;
    budget = new Budget(guestLimits);
    held = guestHolds;
    return this;
  }

  /**
   * Names the loader of a class to the guest, as {@link LoaderMirror#loaderOf} does, and lets the
   * guest ask about that loader. For every class that the call itself sends.
   */
  @Override
  public int loaderOf(Class<?> type) {
    int number = door.mirror().loaderOf(type);
    if (number != 0) {
      admit(door.mirror().find(number));
    }
    return number;
  }

  /**
   * Answers a guest that wants a class.
   *
   * @param loader the number of the loader that it asks
   * @param name whatever the guest sent
   * @return the class and the loader that defines it; held if it has been sent before; absent if
   *     there is none for the guest
   * @throws DoorLimitException if the guest has gone over a limit
   * @throws ClassTooNewException if the guest cannot run the class
   * @throws ClassChangedException if the class is not what was served earlier
   */
  public synchronized ClassAnswer wantClass(int loader, String name) throws DoorException {
    if (closed) {
      return ClassAnswer.ABSENT;
    }
    failAgain();
    try {
      budget.classRequest();
      ClassAnswer answer = answer(loader, name);
      if (answer.isAbsent()) {
        budget.miss();
      } else {
        asked.add(new ClassRef(loader, name));
      }
      return answer;
    } catch (DoorException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * Answers a guest that wants resources: all of that name that it may have, in class path order.
   *
   * @param loader the number of the loader that it asks
   * @param name whatever the guest sent
   * @return their contents; empty if there is none for the guest
   * @throws DoorLimitException if the guest has gone over a limit
   */
  public synchronized List<byte[]> wantResources(int loader, String name) throws DoorException {
    if (closed) {
      return List.of();
    }
    failAgain();
    try {
      budget.resourceRequest();
      List<byte[]> contents = resources(loader, name);
      if (contents.isEmpty()) {
        budget.miss();
      }
      return contents;
    } catch (DoorException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * What to send before the guest asks: what earlier calls of the method needed, else the owner
   * with its supertypes and nest mates. Without what the guest holds, and within the limits.
   *
   * @throws ClassTooNewException if the guest cannot run one of them
   * @throws ClassChangedException if one of them is not what was served earlier
   */
  public synchronized List<ClassOffer> ahead() throws DoorException {
    List<ClassOffer> offers = new ArrayList<>();
    if (closed) {
      return offers;
    }
    failAgain();
    try {
      for (ClassRef ref : firstNeeds()) {
        if (offers.size() == MAX_AHEAD || budget.classBytesLeft() < limits.classBytes() / 2) {
          break;
        }
        if (held.contains(ref)) {
          continue;
        }
        ClassAnswer answer = answer(ref.loader(), ref.name());
        if (!answer.isAbsent()) {
          asked.add(ref);
          offers.add(new ClassOffer(ref, answer));
        }
      }
      return offers;
    } catch (DoorException e) {
      failure = e;
      throw e;
    }
  }

  /** The classes whose bytes this session has sent, each by the loader that defines it. */
  public synchronized Set<ClassRef> served() {
    return Set.copyOf(served);
  }

  /** What the door failed with, or null. */
  public synchronized @Nullable DoorException failure() {
    return failure;
  }

  /**
   * Lets later calls of the method get ahead what this one needed. For calls that ended well: what
   * a guest asked for that failed, or was killed, says nothing of what the method needs.
   */
  public synchronized void learn() {
    if (!closed && failure == null) {
      door.before().learn(method, asked);
    }
  }

  /** Shuts the door for this call. Closing twice does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    admitted.clear();
  }

  private List<ClassRef> firstNeeds() {
    List<ClassRef> known = door.before().recall(method);
    return known.isEmpty() ? FirstNeeds.of(owner, this, door, guestFeature) : known;
  }

  private ClassAnswer answer(int loader, String name) throws DoorException {
    MirroredLoader mirrored = admittedLoader(loader);
    ClassDoor.Found found = mirrored == null ? null : door.find(mirrored, name, guestFeature);
    if (found == null) {
      return ClassAnswer.ABSENT;
    }
    int defining = found.defining().number();
    ClassRef ref = new ClassRef(defining, name);
    if (!held.contains(ref) && !served.contains(ref)) {
      byte[] bytes = door.files().read(name, found.entry(), guestFeature, limits.oneClassBytes());
      if (bytes == null) {
        return ClassAnswer.ABSENT;
      }
      budget.classBytes(bytes.length);
      served.add(ref);
      return sent(found, ClassAnswer.present(defining, bytes));
    }
    return sent(found, ClassAnswer.held(defining));
  }

  private ClassAnswer sent(ClassDoor.Found found, ClassAnswer answer) {
    used.add(found.entry().root());
    admit(found.defining());
    return answer;
  }

  private List<byte[]> resources(int loader, String name) throws DoorException {
    MirroredLoader mirrored = admittedLoader(loader);
    List<byte[]> contents = new ArrayList<>();
    if (mirrored == null || name.isEmpty() || name.length() > ClassNames.MAX_LENGTH) {
      return contents;
    }
    learnHeldRoots();
    for (CodeEntry entry : door.findResources(mirrored, name, guestFeature)) {
      if (door.admits(entry, name, used)) {
        byte[] content = read(entry, name);
        if (content != null) {
          contents.add(content);
        }
      }
    }
    return contents;
  }

  private byte @Nullable [] read(CodeEntry entry, String name) throws DoorLimitException {
    byte[] content;
    try {
      content = entry.read(limits.oneResourceBytes());
    } catch (IOException | IllegalStateException e) {
      return null;
    }
    if (content.length > limits.oneResourceBytes()) {
      throw new DoorLimitException(
          "bytes of one resource",
          limits.oneResourceBytes(),
          content.length,
          ", in " + name + " of " + entry.root().place());
    }
    budget.resourceBytes(content.length);
    return content;
  }

  /** What a guest got from an earlier call opens the same archives to it. */
  private void learnHeldRoots() {
    if (heldRootsKnown) {
      return;
    }
    heldRootsKnown = true;
    for (ClassRef ref : held) {
      MirroredLoader defining = door.mirror().find(ref.loader());
      CodeEntry entry =
          defining == null ? null : door.indexOf(defining, guestFeature).classNamed(ref.name());
      if (entry != null) {
        used.add(entry.root());
      }
    }
  }

  private void admit(@Nullable MirroredLoader loader) {
    for (MirroredLoader each = loader;
        each != null && !admitted.containsKey(each.number());
        each = each.parent()) {
      ClassLoader live = each.loader();
      if (live != null) {
        admitted.put(each.number(), live);
      }
    }
  }

  private @Nullable MirroredLoader admittedLoader(int loader) {
    return admitted.containsKey(loader) ? door.mirror().find(loader) : null;
  }

  private void failAgain() throws DoorException {
    if (failure != null) {
      throw failure;
    }
  }
}
