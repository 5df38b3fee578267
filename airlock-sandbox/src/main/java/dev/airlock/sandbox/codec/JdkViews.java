package dev.airlock.sandbox.codec;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collections without a public class: the unmodifiable, the synchronized and the fixed ones. What
 * stands behind a view is made anew, so a view and what it looks at part ways when they cross.
 */
@SuppressWarnings("JdkObsolete") // Linked lists have views of their own.
final class JdkViews {
  private JdkViews() {}

  static void addTo(JdkTable table) {
    addUnmodifiable(table);
    addSynchronized(table);
    addImmutable(table);
    addOfCollections(table);
    addEntries(table);
    addOpaque(table);
  }

  private static void addUnmodifiable(JdkTable table) {
    view(table, ArrayList::new, Collections::unmodifiableCollection);
    view(table, ArrayList::new, c -> Collections.unmodifiableList((List<Object>) c));
    view(table, LinkedList::new, c -> Collections.unmodifiableList((List<Object>) c));
    view(table, LinkedHashSet::new, c -> Collections.unmodifiableSet((Set<Object>) c));
    view(table, TreeSet::new, c -> Collections.unmodifiableSortedSet((SortedSet<Object>) c));
    view(table, TreeSet::new, c -> Collections.unmodifiableNavigableSet((NavigableSet<Object>) c));
    mapView(table, c -> new LinkedHashMap<>(), Collections::unmodifiableMap);
    mapView(
        table, TreeMap::new, m -> Collections.unmodifiableSortedMap((SortedMap<Object, Object>) m));
    mapView(
        table,
        TreeMap::new,
        m -> Collections.unmodifiableNavigableMap((NavigableMap<Object, Object>) m));
  }

  private static void addSynchronized(JdkTable table) {
    view(table, ArrayList::new, Collections::synchronizedCollection);
    view(table, ArrayList::new, c -> Collections.synchronizedList((List<Object>) c));
    view(table, LinkedList::new, c -> Collections.synchronizedList((List<Object>) c));
    view(table, LinkedHashSet::new, c -> Collections.synchronizedSet((Set<Object>) c));
    view(table, TreeSet::new, c -> Collections.synchronizedSortedSet((SortedSet<Object>) c));
    view(table, TreeSet::new, c -> Collections.synchronizedNavigableSet((NavigableSet<Object>) c));
    mapView(table, c -> new LinkedHashMap<>(), Collections::synchronizedMap);
    mapView(
        table, TreeMap::new, m -> Collections.synchronizedSortedMap((SortedMap<Object, Object>) m));
    mapView(
        table,
        TreeMap::new,
        m -> Collections.synchronizedNavigableMap((NavigableMap<Object, Object>) m));
  }

  private static void addImmutable(JdkTable table) {
    table.add(
        new FixedShape<List<?>>(List::toArray, JdkViews::list),
        List.of().getClass(),
        List.of(1).getClass(),
        List.of(1, 2, 3).subList(0, 2).getClass());
    table.add(
        new FixedShape<Set<?>>(Set::toArray, Set::of), Set.of().getClass(), Set.of(1).getClass());
    table.add(
        new FixedShape<Map<?, ?>>(MapShape::content, JdkViews::map),
        Map.of().getClass(),
        Map.of(1, 1).getClass());
  }

  private static void addOfCollections(JdkTable table) {
    constant(table, Collections.emptyList());
    constant(table, Collections.emptySet());
    constant(table, Collections.emptyMap());
    constant(table, Collections.emptyNavigableSet());
    constant(table, Collections.emptyNavigableMap());
    table.add(
        new FixedShape<List<?>>(List::toArray, parts -> Collections.singletonList(parts[0])),
        Collections.singletonList(1).getClass());
    table.add(
        new FixedShape<Set<?>>(Set::toArray, parts -> Collections.singleton(parts[0])),
        Collections.singleton(1).getClass());
    table.add(
        new FixedShape<Map<?, ?>>(
            MapShape::content, parts -> Collections.singletonMap(parts[0], parts[1])),
        Collections.singletonMap(1, 1).getClass());
    table.add(
        new FixedShape<List<?>>(
            list -> new @Nullable Object[] {list.size(), list.isEmpty() ? null : list.get(0)},
            parts -> Collections.nCopies((Integer) JdkValues.required(parts[0]), parts[1])),
        Collections.nCopies(1, 1).getClass());
  }

  @SuppressWarnings("NullAway") // An entry may have a null on either side.
  private static void addEntries(JdkTable table) {
    table.add(
        new FixedShape<Map.Entry<?, ?>>(
            JdkViews::parts,
            parts -> Map.entry(JdkValues.required(parts[0]), JdkValues.required(parts[1]))),
        Map.entry(1, 1).getClass());
    table.add(
        new FixedShape<Map.Entry<?, ?>>(
            JdkViews::parts, parts -> new AbstractMap.SimpleImmutableEntry<>(parts[0], parts[1])),
        AbstractMap.SimpleImmutableEntry.class);
    table.add(
        new FixedShape<Map.Entry<?, ?>>(
            JdkViews::parts, parts -> new AbstractMap.SimpleEntry<>(parts[0], parts[1])),
        AbstractMap.SimpleEntry.class);
  }

  /** Views whose meaning is in what they hide. */
  private static void addOpaque(JdkTable table) {
    Set<Object> set = new LinkedHashSet<>();
    List<Object> list = new ArrayList<>();
    Map<Object, Object> map = new LinkedHashMap<>();
    table.addJava(
        Collections.newSetFromMap(new LinkedHashMap<>()).getClass(),
        Collections.asLifoQueue(new ArrayDeque<>()).getClass(),
        Collections.checkedCollection(list, Object.class).getClass(),
        Collections.checkedList(list, Object.class).getClass(),
        Collections.checkedList(new LinkedList<>(), Object.class).getClass(),
        Collections.checkedSet(set, Object.class).getClass(),
        Collections.checkedSortedSet(new TreeSet<>(), Object.class).getClass(),
        Collections.checkedNavigableSet(new TreeSet<>(), Object.class).getClass(),
        Collections.checkedQueue(new ArrayDeque<>(), Object.class).getClass(),
        Collections.checkedMap(map, Object.class, Object.class).getClass(),
        Collections.checkedSortedMap(new TreeMap<>(), Object.class, Object.class).getClass(),
        Collections.checkedNavigableMap(new TreeMap<>(), Object.class, Object.class).getClass());
  }

  private static @Nullable Object[] parts(Map.Entry<?, ?> entry) {
    return new @Nullable Object[] {entry.getKey(), entry.getValue()};
  }

  private static void constant(JdkTable table, Object value) {
    table.add(new FixedShape<>(ignored -> new Object[0], parts -> value), value.getClass());
  }

  private static void view(
      JdkTable table,
      Supplier<Collection<Object>> behind,
      Function<Collection<Object>, Collection<Object>> wrapper) {
    Class<?> type = wrapper.apply(behind.get()).getClass();
    boolean sorted = behind.get() instanceof SortedSet;
    table.add(
        new CollectionShape(
            sorted ? c -> ((SortedSet<Object>) c).comparator() : null,
            comparator -> {
              Collection<Object> filled = sorted ? treeSet(comparator) : behind.get();
              return new Made<>(wrapper.apply(filled), filled);
            },
            behind.get() instanceof Set),
        type);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Null means: by the natural order.
  private static void mapView(
      JdkTable table,
      Function<Comparator<Object>, Map<Object, Object>> behind,
      Function<Map<Object, Object>, Map<Object, Object>> wrapper) {
    Map<Object, Object> sample = behind.apply(null);
    table.add(
        new MapShape(
            sample instanceof SortedMap
                ? map -> ((SortedMap<Object, Object>) map).comparator()
                : null,
            comparator -> {
              Map<Object, Object> filled = behind.apply((Comparator<Object>) comparator);
              return new Made<>(wrapper.apply(filled), filled);
            },
            true),
        wrapper.apply(sample).getClass());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Null means: by the natural order.
  private static Collection<Object> treeSet(@Nullable Object comparator) {
    return new TreeSet<>((Comparator<Object>) comparator);
  }

  /** Lists of streams may hold null where those of List.of may not. They are of one class. */
  private static List<?> list(@Nullable Object[] parts) {
    return Arrays.asList(parts).contains(null) ? Stream.of(parts).toList() : List.of(parts);
  }

  private static Map<?, ?> map(@Nullable Object[] parts) {
    Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[parts.length / 2];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          Map.entry(JdkValues.required(parts[2 * i]), JdkValues.required(parts[2 * i + 1]));
    }
    return Map.ofEntries(entries);
  }
}
