package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdkCollectionsTest {
  private static final List<String> CONTENT = List.of("c", "a", "b");
  private static final Map<String, Integer> MAP = Map.of("x", 1, "y", 2);

  private final Crossing crossing = new Crossing();

  static Stream<Object> containers() {
    TreeSet<String> sorted = new TreeSet<>(CONTENT);
    TreeMap<String, Integer> tree = new TreeMap<>(MAP);
    LinkedList<String> linked = new LinkedList<>(CONTENT);
    return Stream.of(
        new ArrayList<>(CONTENT),
        linked,
        new Vector<>(CONTENT),
        new Stack<>(),
        new ArrayDeque<>(CONTENT),
        new CopyOnWriteArrayList<>(CONTENT),
        new ConcurrentLinkedQueue<>(CONTENT),
        new ConcurrentLinkedDeque<>(CONTENT),
        new LinkedTransferQueue<>(CONTENT),
        new LinkedBlockingQueue<>(CONTENT),
        new LinkedBlockingDeque<>(CONTENT),
        new ArrayBlockingQueue<>(4, true, CONTENT),
        new PriorityQueue<>(CONTENT),
        new PriorityBlockingQueue<>(CONTENT),
        new HashSet<>(CONTENT),
        new LinkedHashSet<>(CONTENT),
        sorted,
        new ConcurrentSkipListSet<>(CONTENT),
        new CopyOnWriteArraySet<>(CONTENT),
        keySet(),
        new HashMap<>(MAP),
        new LinkedHashMap<>(MAP),
        tree,
        new ConcurrentSkipListMap<>(MAP),
        new ConcurrentHashMap<>(MAP),
        new Hashtable<>(MAP),
        new WeakHashMap<>(MAP),
        new IdentityHashMap<>(MAP),
        Arrays.asList("a", null),
        List.of(),
        List.of(1),
        List.of(1, 2, 3),
        Stream.of("a", null).toList(),
        Set.of(),
        Set.of(1, 2, 3),
        Map.of(),
        Map.of(1, 2),
        MAP,
        Collections.emptyList(),
        Collections.emptySet(),
        Collections.emptyMap(),
        Collections.emptySortedSet(),
        Collections.emptyNavigableMap(),
        Collections.singletonList(null),
        Collections.singleton(null),
        Collections.singletonMap(null, 1),
        Collections.nCopies(1_000_000_000, "n").subList(0, 0),
        Collections.nCopies(3, "n"),
        Collections.unmodifiableCollection(linked),
        Collections.unmodifiableList(linked),
        Collections.unmodifiableList(new ArrayList<>(CONTENT)),
        Collections.unmodifiableSet(new HashSet<>(CONTENT)),
        Collections.unmodifiableSortedSet(sorted),
        Collections.unmodifiableNavigableSet(sorted),
        Collections.unmodifiableMap(new HashMap<>(MAP)),
        Collections.unmodifiableSortedMap(tree),
        Collections.unmodifiableNavigableMap(tree),
        Collections.synchronizedCollection(linked),
        Collections.synchronizedList(linked),
        Collections.synchronizedList(new ArrayList<>(CONTENT)),
        Collections.synchronizedSet(new HashSet<>(CONTENT)),
        Collections.synchronizedSortedSet(sorted),
        Collections.synchronizedNavigableSet(sorted),
        Collections.synchronizedMap(new HashMap<>(MAP)),
        Collections.synchronizedSortedMap(tree),
        Collections.synchronizedNavigableMap(tree),
        Collections.checkedList(linked, String.class),
        setFromMap(),
        Map.entry("k", "v"),
        new AbstractMap.SimpleEntry<>(null, "v"),
        new AbstractMap.SimpleImmutableEntry<>("k", null));
  }

  private static Set<String> setFromMap() {
    Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.add("a");
    return set;
  }

  private static Set<String> keySet() {
    Set<String> set = ConcurrentHashMap.newKeySet();
    set.addAll(CONTENT);
    return set;
  }

  @ParameterizedTest
  @MethodSource("containers")
  void aContainerCrossesAsOneOfTheSameClassWithTheSameContent(Object container) {
    assertThat(GraphText.of(crossing.carry(container))).isEqualTo(GraphText.of(container));
  }

  @Test
  @SuppressWarnings("unchecked")
  void sortedContainersKeepTheirOrder() {
    Comparator<String> backwards = Comparator.reverseOrder();
    SortedSet<String> set = new TreeSet<>(backwards);
    set.addAll(CONTENT);
    Queue<String> queue = new PriorityQueue<>(backwards);
    queue.addAll(CONTENT);
    Map<String, Integer> map = new TreeMap<>(backwards);
    map.putAll(MAP);

    Object[] got = crossing.carryAll(set, queue, map, Collections.unmodifiableSortedSet(set));

    assertThat((Set<String>) got[0]).containsExactly("c", "b", "a");
    assertThat(((Queue<String>) got[1]).poll()).isEqualTo("c");
    assertThat((Map<String, Integer>) got[2]).hasToString("{y=2, x=1}");
    assertThat((Set<String>) got[3]).containsExactly("c", "b", "a");
  }

  @Test
  void boundedQueuesKeepTheirCapacity() {
    ArrayBlockingQueue<?> got =
        (ArrayBlockingQueue<?>) crossing.carry(new ArrayBlockingQueue<>(4, false, CONTENT));

    assertThat(got.remainingCapacity()).isEqualTo(1);
  }

  @Test
  void hugeListsOfOneElementStaySmall() {
    List<String> copies = Collections.nCopies(Integer.MAX_VALUE, "n");

    assertThat(crossing.write(copies)).hasSizeLessThan(30);
    assertThat((Collection<?>) crossing.carry(copies)).hasSize(Integer.MAX_VALUE);
  }

  @Test
  void viewsOfAMapBecomeCollections() {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("k", 1);
    Object[] got =
        crossing.carryAll(
            map.keySet(),
            map.values(),
            map.entrySet(),
            map.entrySet().iterator().next(),
            new ArrayList<>(CONTENT).subList(1, 3),
            new TreeMap<>(map).headMap("z").keySet(),
            new ConcurrentHashMap<>(map).values(),
            Collections.unmodifiableMap(map).entrySet());

    assertThat(got[0]).isEqualTo(Set.of("k"));
    assertThat(got[1]).isEqualTo(List.of(1));
    assertThat(got[2]).isEqualTo(Set.of(Map.entry("k", 1)));
    assertThat(got[3]).isEqualTo(Map.entry("k", 1));
    assertThat(got[4]).isEqualTo(List.of("a", "b"));
    assertThat(got[5]).isEqualTo(Set.of("k"));
    assertThat(got[6]).isEqualTo(List.of(1));
    assertThat(got[7]).isEqualTo(Set.of(Map.entry("k", 1)));
  }
}
