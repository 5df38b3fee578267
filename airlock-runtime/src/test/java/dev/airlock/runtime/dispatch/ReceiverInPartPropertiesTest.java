package dev.airlock.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.NotShippableException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Whatever a method does with its receiver, it does the same with what is sent of it. */
class ReceiverInPartPropertiesTest {
  private static final int DEPTH = 3;

  /** What a field or an argument may be, next to the receiver itself. */
  private enum Other {
    NOTHING,
    RECEIVER,
    LIST_WITH_RECEIVER,
    ANOTHER,
    LIST_WITH_ANOTHER,
    THREAD
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void aMethodGivesTheSameResultInTheGuest(@ForAll long seed) throws Exception {
    CompiledBeans compiled = CompiledBeans.of(BeanSource.of(seed));
    ClassLoader host = compiled.load();
    ClassLoader inGuest = compiled.load();
    HostAndGuest calls = new HostAndGuest(compiled::open, inGuest);
    for (String type : List.of("Bean", "Sub")) {
      for (int i = 0; i < BeanSource.METHODS; i++) {
        for (Other ref : Other.values()) {
          for (Other argument : Other.values()) {
            Object bean = bean(host.loadClass(type), 10);
            set(bean, "ref", make(ref, bean));
            check(calls, bean, "m" + i, make(argument, bean), inGuest);
          }
        }
      }
    }
  }

  private static void check(
      HostAndGuest calls, Object bean, String name, Object argument, ClassLoader inGuest)
      throws Exception {
    Method method = method(bean.getClass(), name);
    Payload payload;
    try {
      payload = calls.encode(method, bean, DEPTH, argument);
    } catch (NotShippableException e) {
      Statistics.label("sent").collect("refused");
      assertThat(e.path()).endsWith(": java.lang.Thread");
      return;
    }
    Statistics.label("sent")
        .collect(HostAndGuest.isInPart(payload) ? "in part" : "whole")
        .coverage(coverage -> coverage.check("in part").percentage(percentage -> percentage > 10));
    Object[] parts = calls.decode(payload);
    Method there = method(inGuest.loadClass(bean.getClass().getName()), name);

    assertThat(result(there, parts[0], parts[1], parts[2]))
        .as(method.toString())
        .isEqualTo(result(method, bean, DEPTH, argument));
  }

  private static Object make(Other other, Object bean) throws Exception {
    return switch (other) {
      case NOTHING -> null;
      case RECEIVER -> bean;
      case LIST_WITH_RECEIVER -> new ArrayList<>(List.of("x", bean));
      case ANOTHER -> bean(bean.getClass(), 50);
      case LIST_WITH_ANOTHER -> new ArrayList<>(List.of(Optional.of(bean(bean.getClass(), 90))));
      case THREAD -> Thread.currentThread();
    };
  }

  /** A bean whose fields differ from one another and from their defaults. */
  private static Object bean(Class<?> type, int first) throws Exception {
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object bean = constructor.newInstance();
    int value = first;
    for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getType() == int.class) {
          field.setAccessible(true);
          field.setInt(bean, value++);
        }
      }
    }
    return bean;
  }

  private static void set(Object bean, String name, Object value) throws Exception {
    Class<?> type = bean.getClass();
    Field field =
        (type.getSuperclass() == Object.class ? type : type.getSuperclass()).getDeclaredField(name);
    field.setAccessible(true);
    field.set(bean, value);
  }

  /** The method that a call on an object of the class enters. */
  private static Method method(Class<?> type, String name) throws NoSuchMethodException {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** What it returns, or the type of what it throws. */
  private static Object result(Method method, Object receiver, Object... arguments)
      throws IllegalAccessException {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass().getName();
    }
  }
}
