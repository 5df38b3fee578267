package dev.airlock.sandbox.door;

import dev.airlock.sandbox.codec.ClassNaming;
import dev.airlock.sandbox.message.ClassRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The classes that the first call of a method needs in any case. */
final class FirstNeeds {
  private final ClassNaming naming;
  private final Set<ClassRef> needs = new LinkedHashSet<>();

  private FirstNeeds(ClassNaming naming) {
    this.naming = naming;
  }

  /** A class, its supertypes and its nest mates as far as they are indexed. Loads none of them. */
  static List<ClassRef> of(Class<?> owner, ClassNaming naming, ClassDoor door, int guestFeature) {
    FirstNeeds first = new FirstNeeds(naming);
    int loader = naming.loaderOf(owner);
    first.add(owner, loader);
    first.addNestMates(owner, loader, door, guestFeature);
    return List.copyOf(first.needs);
  }

  private void add(Class<?> type, int askedLoader) {
    int defining = naming.loaderOf(type);
    if (defining == 0 || !needs.add(new ClassRef(askedLoader, type.getName()))) {
      return;
    }
    Class<?> parent = type.getSuperclass();
    if (parent != null) {
      add(parent, defining);
    }
    for (Class<?> contract : type.getInterfaces()) {
      add(contract, defining);
    }
  }

  private void addNestMates(Class<?> owner, int loader, ClassDoor door, int guestFeature) {
    MirroredLoader mirrored = door.mirror().find(loader);
    ClassDoor.Found found =
        mirrored == null ? null : door.find(mirrored, owner.getName(), guestFeature);
    if (found == null) {
      return;
    }
    // The name of a nest mate starts with the host's; asking the class itself would load them all.
    String name = owner.getName();
    int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
    String host = nested < 0 ? name : name.substring(0, nested);
    found.entry().root().listing().classNames().stream()
        .filter(other -> other.equals(host) || other.startsWith(host + '$'))
        .sorted()
        .map(other -> new ClassRef(loader, other))
        .forEach(needs::add);
  }
}
