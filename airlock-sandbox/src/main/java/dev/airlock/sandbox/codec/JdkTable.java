package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Registration;
import com.esotericsoftware.kryo.kryo5.Serializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of the JDK that have a number instead of a name on the wire, so that neither side
 * depends on what the other's JDK calls them inside. The order of the entries is the format.
 */
final class JdkTable {
  private static final JdkTable TABLE = new JdkTable();

  /** How many entries there are; they are numbered from 1. */
  static final int SIZE = TABLE.entries.size();

  private final List<Registration> entries = new ArrayList<>();
  private final Map<Class<?>, WireForm> forms = new HashMap<>();
  private final WireForm java = number(Object.class, new JavaShape());
  private final WireForm lambda = number(Object.class, new LambdaShape());
  private final WireForm proxy = number(Object.class, new ProxyShape());

  private JdkTable() {
    JdkValues.addTo(this);
    JdkCollections.addTo(this);
    JdkViews.addTo(this);
  }

  /** The form of exactly this class, or null. */
  static @Nullable WireForm form(Class<?> type) {
    return TABLE.forms.get(type);
  }

  /** The form of a class that certainly has one. */
  static WireForm formOf(Class<?> type) {
    WireForm form = form(type);
    if (form == null) {
      throw new IllegalArgumentException(type + " is not in the table.");
    }
    return form;
  }

  static Registration registration(int number) {
    return TABLE.entries.get(number - 1);
  }

  /** What crosses by Java serialization. */
  static WireForm java() {
    return TABLE.java;
  }

  /** Serializable lambdas of applications. */
  static WireForm lambda() {
    return TABLE.lambda;
  }

  /** Proxies. */
  static WireForm proxy() {
    return TABLE.proxy;
  }

  /** Adds an entry for some classes that are written alike. */
  void add(Serializer<?> serializer, Class<?> type, Class<?>... more) {
    WireForm form = number(type, serializer);
    forms.put(type, form);
    for (Class<?> other : more) {
      forms.put(other, form);
    }
  }

  /** Has classes cross by Java serialization that would otherwise be rebuilt as something else. */
  void addJava(Class<?>... types) {
    for (Class<?> type : types) {
      forms.put(type, java);
    }
  }

  private WireForm number(Class<?> type, Serializer<?> serializer) {
    Registration registration = new Registration(type, serializer, 0);
    entries.add(registration);
    return WireForm.numbered(entries.size(), registration);
  }
}
