package dev.airlock.sandbox.contract;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The maps that the host can make. */
public enum MapKind {
  LINKED_HASH_MAP(LinkedHashMap.class, Keys.HASHED),
  UNMODIFIABLE_MAP(Map.class, Keys.HASHED),
  HASH_MAP(HashMap.class, Keys.HASHED),
  ENUM_MAP(EnumMap.class, Keys.ENUM),
  TREE_MAP(TreeMap.class, Keys.SORTED),
  CONCURRENT_HASH_MAP(ConcurrentHashMap.class, Keys.HASHED),
  SKIP_LIST_MAP(ConcurrentSkipListMap.class, Keys.SORTED),
  HASHTABLE(Hashtable.class, Keys.HASHED);

  private final Class<?> type;
  private final Keys keys;

  MapKind(Class<?> type, Keys keys) {
    this.type = type;
    this.keys = keys;
  }

  /** The class of the maps, or what an unmodifiable one is known as. */
  public Class<?> type() {
    return type;
  }

  /** What the keys have to be. */
  public Keys keys() {
    return keys;
  }

  /** Whether it refuses changes. */
  public boolean isUnmodifiable() {
    return this == UNMODIFIABLE_MAP;
  }

  /** The kind that is exactly this class, or null. */
  static @Nullable MapKind of(Class<?> type) {
    for (MapKind kind : values()) {
      if (kind.type == type && !kind.isUnmodifiable()) {
        return kind;
      }
    }
    return null;
  }

  /** The kinds that can stand for a map of an unknown class, the best first. */
  static List<MapKind> nearest(Map<?, ?> value) {
    if (value instanceof SortedMap) {
      return List.of(value instanceof ConcurrentMap ? SKIP_LIST_MAP : TREE_MAP);
    }
    if (value instanceof ConcurrentMap) {
      return List.of(CONCURRENT_HASH_MAP);
    }
    return isUnmodifiable(value.getClass()) ? List.of(UNMODIFIABLE_MAP) : List.of(LINKED_HASH_MAP);
  }

  /** Whether a class is one of the JDK's collections that refuse changes. */
  static boolean isUnmodifiable(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton");
  }
}
