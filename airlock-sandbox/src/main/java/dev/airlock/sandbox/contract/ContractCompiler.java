package dev.airlock.sandbox.contract;

import dev.airlock.Untrusted;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the table of one contract: every type that can be reached, each once. */
final class ContractCompiler {
  /**
   * What a slot was made for.
   *
   * @param exact whether subclasses are left out, because it is an alternative itself
   * @param kind the collection or map that an alternative stands for
   */
  private record Purpose(ResolvedType type, Keys keys, boolean exact, @Nullable Enum<?> kind) {
    // Equality is written out: linking what the compiler would generate costs a fresh guest
    // milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Purpose that
          && type.equals(that.type)
          && keys.equals(that.keys)
          && exact == that.exact
          && kind == that.kind;
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + (exact ? 1 : 0);
    }
  }

  private final List<Class<?>> admitted;
  private final OpenTypes open = new OpenTypes();
  private final List<Slot> slots = new ArrayList<>();
  private final Map<Purpose, Slot> known = new HashMap<>();
  private final Set<Class<?>> classes = new LinkedHashSet<>();

  ContractCompiler(List<Class<?>> admitted) {
    this.admitted = List.copyOf(admitted);
  }

  Slot compile(ResolvedType type) throws ContractException {
    Slot root = slot(type, Keys.ANY, type.raw().getSimpleName());
    for (Slot slot : slots) {
      if (slot.shape() instanceof Choice choice) {
        choice.index();
      }
    }
    return root;
  }

  List<Slot> slots() {
    return slots;
  }

  private Slot slot(ResolvedType type, Keys keys, String path) throws ContractException {
    return slot(new Purpose(type, keys, false, null), path);
  }

  private Slot slot(Purpose purpose, String path) throws ContractException {
    Slot slot = known.get(purpose);
    if (slot != null) {
      return slot;
    }
    if (slots.size() == ContractLimits.MAX_SLOTS) {
      throw new ContractException(
          path,
          "The result has more than " + ContractLimits.MAX_SLOTS + " places.",
          "Return a smaller type.");
    }
    slot = new Slot(slots.size(), purpose.type());
    slots.add(slot);
    known.put(purpose, slot);
    slot.become(shape(purpose, path));
    return slot;
  }

  private Shape shape(Purpose purpose, String path) throws ContractException {
    ResolvedType type = purpose.type();
    Class<?> raw = type.raw();
    if (raw == void.class || raw == Void.class) {
      return new Shape.Nothing();
    }
    ScalarKind scalar = ScalarKind.of(raw);
    if (scalar != null) {
      return new Shape.Scalar(scalar);
    }
    if (raw.isArray()) {
      return array(purpose, path);
    }
    if (raw.isEnum()) {
      return enumeration(raw, path);
    }
    if (raw == Optional.class) {
      return new Shape.Maybe(slot(type.argument(0), Keys.ANY, path + ".value"));
    }
    if (raw == Untrusted.class) {
      return new Shape.Unverified(slot(type.argument(0), Keys.ANY, path + ".value"));
    }
    if (purpose.kind() instanceof SequenceKind kind) {
      return sequence(kind, type, path);
    }
    if (purpose.kind() instanceof MapKind kind) {
      return mapping(kind, type, path);
    }
    SequenceKind sequence = SequenceKind.of(raw);
    if (sequence != null) {
      return sequence(sequence, type, path);
    }
    MapKind map = MapKind.of(raw);
    return map != null ? mapping(map, type, path) : objects(purpose, path);
  }

  private Shape array(Purpose purpose, String path) throws ContractException {
    Class<?> component = purpose.type().raw().getComponentType();
    if (component.isPrimitive()) {
      return new Shape.PrimitiveArray(component);
    }
    ResolvedType element = purpose.type().argument(0);
    List<ResolvedType> others =
        purpose.exact() ? List.of() : open.arrays(component, classesUnder(element));
    if (others.isEmpty()) {
      return new Shape.ObjectArray(slot(element, Keys.ANY, path + "[]"));
    }
    List<Slot> alternatives = new ArrayList<>();
    alternatives.add(slot(new Purpose(purpose.type(), Keys.ANY, true, null), path));
    for (ResolvedType other : others) {
      tryAlternative(new Purpose(other, Keys.ANY, true, null), path, alternatives);
    }
    return new Choice(alternatives);
  }

  private Shape enumeration(Class<?> raw, String path) throws ContractException {
    count(raw, path);
    List<String> constants =
        Arrays.stream(raw.getDeclaredFields())
            .filter(Field::isEnumConstant)
            .map(Field::getName)
            .toList();
    return new Shape.Enumeration(raw, constants);
  }

  private Shape sequence(SequenceKind kind, ResolvedType type, String path)
      throws ContractException {
    return new Shape.Sequence(kind, element(type.argument(0), kind.elements(), path + "[]"));
  }

  private Shape mapping(MapKind kind, ResolvedType type, String path) throws ContractException {
    Slot key = element(type.argument(0), kind.keys(), path + ".keys[]");
    return new Shape.Mapping(kind, key, slot(type.argument(1), Keys.ANY, path + ".values[]"));
  }

  private Slot element(ResolvedType type, Keys keys, String path) throws ContractException {
    if (keys == Keys.ANY || keys.admit(type)) {
      return slot(type, Keys.ANY, path);
    }
    if (isOpen(type.raw()) && keys != Keys.ENUM && !isContainer(type.raw())) {
      return slot(type, keys, path);
    }
    throw new ContractException(
        path,
        type.raw().getName() + " cannot be a " + (keys == Keys.SORTED ? "sorted " : "") + "key.",
        "Keys can be texts, numbers, times, enum constants"
            + (keys == Keys.SORTED ? "" : " and records of those")
            + "; return a List instead.");
  }

  /** Objects of classes of the application, or of whatever an open type may stand for. */
  private Shape objects(Purpose purpose, String path) throws ContractException {
    ResolvedType type = purpose.type();
    Set<Class<?>> subclasses = purpose.exact() ? Set.of(type.raw()) : classesUnder(type);
    if (subclasses.equals(Set.of(type.raw())) && !isOpen(type.raw())) {
      return composite(type, path);
    }
    List<Slot> alternatives = new ArrayList<>();
    if (isOpen(type.raw())) {
      requireParts(type, path);
      for (OpenTypes.Alternative builtIn : open.alternatives(type, purpose.keys())) {
        tryAlternative(
            new Purpose(builtIn.type(), Keys.ANY, true, builtIn.kind()), path, alternatives);
      }
    }
    if (purpose.keys() == Keys.ANY && type.raw().isAssignableFrom(Object[].class)) {
      for (Class<?> component : subclasses) {
        ResolvedType array = ResolvedType.arrayOf(ResolvedType.of(component));
        tryAlternative(new Purpose(array, Keys.ANY, true, null), path, alternatives);
      }
    }
    for (Class<?> subclass : subclasses) {
      ResolvedType subtype = TypeResolver.subtype(subclass, type);
      Purpose alternative = new Purpose(subtype, Keys.ANY, true, null);
      if (!purpose.keys().admit(subtype)) {
        continue;
      }
      if (admitted.contains(subclass) && subclass != type.raw()) {
        tryAlternative(alternative, path, alternatives);
      } else {
        alternatives.add(slot(alternative, path));
      }
    }
    if (alternatives.isEmpty()) {
      throw notAdmitted(type.raw(), path);
    }
    return new Choice(alternatives);
  }

  /** Finds out at once, and with its path, that what a container holds cannot be a result. */
  private void requireParts(ResolvedType type, String path) throws ContractException {
    if (Map.class.isAssignableFrom(type.raw())) {
      element(type.argument(0), Keys.HASHED, path + ".keys[]");
      slot(type.argument(1), Keys.ANY, path + ".values[]");
    } else if (Collection.class.isAssignableFrom(type.raw()) || type.raw() == Iterable.class) {
      Keys keys = Set.class.isAssignableFrom(type.raw()) ? Keys.HASHED : Keys.ANY;
      element(type.argument(0), keys, path + "[]");
    }
  }

  /** Adds an alternative, or leaves no trace of it if it cannot be a result. */
  private void tryAlternative(Purpose purpose, String path, List<Slot> alternatives)
      throws ContractException {
    int before = slots.size();
    Set<Class<?>> classesBefore = new LinkedHashSet<>(classes);
    try {
      alternatives.add(slot(purpose, path));
    } catch (ContractException e) {
      slots.subList(before, slots.size()).clear();
      known.values().removeIf(slot -> slot.index() >= before);
      classes.retainAll(classesBefore);
    }
  }

  /** The classes whose objects may stand for a type: itself, what it permits, what was admitted. */
  private Set<Class<?>> classesUnder(ResolvedType type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    collect(type.raw(), found);
    return found;
  }

  private void collect(Class<?> raw, Set<Class<?>> found) {
    if (ScalarKind.of(raw) == null
        && !Modifier.isAbstract(raw.getModifiers())
        && raw != Object.class) {
      found.add(raw);
    }
    if (raw.isSealed() && !raw.isEnum() && !NeverAdmitted.isJdk(raw)) {
      for (Class<?> permitted : raw.getPermittedSubclasses()) {
        collect(permitted, found);
      }
    }
    for (Class<?> candidate : admitted) {
      if (raw.isAssignableFrom(candidate) && isConcrete(candidate)) {
        found.add(candidate);
      }
    }
  }

  private static boolean isConcrete(Class<?> type) {
    return type.isEnum()
        || (!Modifier.isAbstract(type.getModifiers())
            && ScalarKind.of(type) == null
            && NeverAdmitted.reason(type) == null);
  }

  private static boolean isContainer(Class<?> raw) {
    return Iterable.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
  }

  private static boolean isOpen(Class<?> raw) {
    return raw == Object.class
        || (Modifier.isAbstract(raw.getModifiers())
            && !raw.isPrimitive()
            && ScalarKind.of(raw) == null
            && !raw.isEnum());
  }

  private Shape composite(ResolvedType type, String path) throws ContractException {
    Class<?> raw = type.raw();
    String never = NeverAdmitted.reason(raw);
    if (never != null) {
      throw new ContractException(
          path, raw.getName() + " " + never + ".", "Return a record of the values instead.");
    }
    count(raw, path);
    CompositePlan plan = CompositePlan.of(raw, path);
    TypeResolver resolver = TypeResolver.forMembersOf(type);
    List<Shape.Member> members = new ArrayList<>();
    for (Field field : plan.fields()) {
      ResolvedType member = resolver.resolve(field.getGenericType());
      members.add(new Shape.Member(field, slot(member, Keys.ANY, path + "." + field.getName())));
    }
    return new Shape.Composite(plan.constructor(), plan.parameters(), List.copyOf(members));
  }

  private void count(Class<?> raw, String path) throws ContractException {
    classes.add(raw);
    if (classes.size() > ContractLimits.MAX_TYPES) {
      throw new ContractException(
          path,
          "The result can hold more than " + ContractLimits.MAX_TYPES + " classes.",
          "Return a smaller type.");
    }
  }

  private static ContractException notAdmitted(Class<?> raw, String path) {
    return new ContractException(
        path,
        raw.getName() + " is open: any class could stand there, and none is admitted.",
        "Name the classes in @Airlock(resultTypes=...) or airlock.result-types, or seal it.");
  }
}
