package dev.airlock.runtime.target;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The application's types that a method's parameters declare. The guest has been given values of
 * them, so a result may hold them in open places.
 */
final class ArgumentTypes {
  private final Set<Class<?>> types = new LinkedHashSet<>();

  private ArgumentTypes() {}

  static Set<Class<?>> of(Method method) {
    ArgumentTypes found = new ArgumentTypes();
    for (Type parameter : method.getGenericParameterTypes()) {
      found.collect(parameter);
    }
    return found.types;
  }

  private void collect(Type type) {
    if (type instanceof Class<?> plain) {
      add(plain);
    } else if (type instanceof ParameterizedType generic) {
      collect(generic.getRawType());
      collectAll(generic.getActualTypeArguments());
    } else if (type instanceof GenericArrayType array) {
      collect(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      collectAll(wildcard.getUpperBounds());
      collectAll(wildcard.getLowerBounds());
    }
  }

  private void collectAll(Type[] several) {
    for (Type type : several) {
      collect(type);
    }
  }

  private void add(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    ClassLoader loader = element.getClassLoader();
    if (loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && !element.isInterface()) {
      types.add(element);
    }
  }
}
