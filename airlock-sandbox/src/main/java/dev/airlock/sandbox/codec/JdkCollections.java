package dev.airlock.sandbox.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The collections and maps of the JDK that can be made empty and filled, the old ones too. */
@SuppressWarnings("JdkObsolete")
final class JdkCollections {
  private JdkCollections() {}

  static void addTo(JdkTable table) {
    addSequences(table);
    addBounded(table);
    addSets(table);
    addMaps(table);
  }

  private static void addSequences(JdkTable table) {
    collection(table, ArrayList::new, false);
    collection(table, LinkedList::new, false);
    collection(table, Vector::new, false);
    collection(table, Stack::new, false);
    collection(table, ArrayDeque::new, false);
    collection(table, CopyOnWriteArrayList::new, false);
    collection(table, ConcurrentLinkedQueue::new, false);
    collection(table, ConcurrentLinkedDeque::new, false);
    collection(table, LinkedTransferQueue::new, false);
    table.add(new AsListShape(), Arrays.asList().getClass());
    ordered(table, c -> ((PriorityQueue<Object>) c).comparator(), PriorityQueue::new);
    ordered(
        table,
        c -> ((PriorityBlockingQueue<Object>) c).comparator(),
        comparator -> new PriorityBlockingQueue<>(11, comparator));
  }

  private static void addBounded(JdkTable table) {
    bounded(table, ArrayBlockingQueue::new);
    bounded(table, LinkedBlockingQueue::new);
    bounded(table, LinkedBlockingDeque::new);
  }

  private static void addSets(JdkTable table) {
    collection(table, HashSet::new, true);
    collection(table, LinkedHashSet::new, true);
    collection(table, CopyOnWriteArraySet::new, true);
    collection(table, ConcurrentHashMap::newKeySet, true);
    ordered(table, c -> ((SortedSet<Object>) c).comparator(), TreeSet::new);
    ordered(table, c -> ((SortedSet<Object>) c).comparator(), ConcurrentSkipListSet::new);
    table.add(
        new EnumSetShape(),
        EnumSet.class,
        EnumSet.noneOf(NamedKind.class).getClass(),
        largeEnumSet());
  }

  private static void addMaps(JdkTable table) {
    map(table, HashMap::new, true);
    map(table, LinkedHashMap::new, true);
    map(table, Hashtable::new, true);
    map(table, ConcurrentHashMap::new, true);
    map(table, WeakHashMap::new, true);
    map(table, IdentityHashMap::new, false);
    sorted(table, TreeMap::new);
    sorted(table, ConcurrentSkipListMap::new);
    table.add(new EnumMapShape(), EnumMap.class);
    table.add(
        new MapShape(
            JdkCollections::defaults,
            defaults -> Made.of(new Properties((Properties) defaults)),
            false),
        Properties.class);
  }

  private static void collection(
      JdkTable table, Supplier<? extends Collection<Object>> maker, boolean hashes) {
    table.add(CollectionShape.of(maker, hashes), maker.get().getClass());
  }

  private static void map(
      JdkTable table, Supplier<? extends Map<Object, Object>> maker, boolean hashes) {
    table.add(MapShape.of(maker, hashes), maker.get().getClass());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Null means: by the natural order.
  private static void ordered(
      JdkTable table,
      Function<Collection<Object>, @Nullable Object> comparator,
      Function<Comparator<Object>, Collection<Object>> maker) {
    table.add(
        new CollectionShape(comparator, c -> Made.of(maker.apply((Comparator<Object>) c)), true),
        maker.apply(null).getClass());
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // Null means: by the natural order.
  private static void sorted(
      JdkTable table, Function<Comparator<Object>, Map<Object, Object>> maker) {
    table.add(
        new MapShape(
            map -> ((SortedMap<Object, Object>) map).comparator(),
            c -> Made.of(maker.apply((Comparator<Object>) c)),
            true),
        maker.apply(null).getClass());
  }

  private static void bounded(JdkTable table, IntFunction<Collection<Object>> maker) {
    table.add(
        new CollectionShape(
            c -> c.size() + ((BlockingQueue<Object>) c).remainingCapacity(),
            capacity -> Made.of(maker.apply((Integer) JdkValues.required(capacity))),
            false),
        maker.apply(1).getClass());
  }

  /** The defaults of some properties, which only their names give away. */
  private static @Nullable Properties defaults(Map<Object, Object> map) {
    Properties properties = (Properties) map;
    Properties defaults = new Properties();
    for (String name : properties.stringPropertyNames()) {
      if (!properties.containsKey(name)) {
        defaults.setProperty(name, properties.getProperty(name));
      }
    }
    return defaults.isEmpty() ? null : defaults;
  }

  /** The class of sets of enums with more than 64 constants. */
  private static Class<?> largeEnumSet() {
    return EnumSet.noneOf(Character.UnicodeScript.class).getClass();
  }
}
