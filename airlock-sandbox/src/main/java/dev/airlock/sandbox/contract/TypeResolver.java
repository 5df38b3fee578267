package dev.airlock.sandbox.contract;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces type variables by what a class says that they are, or else by their bounds. */
final class TypeResolver {
  /** A class such as {@code Node<T>} with a field {@code Node<List<T>>} never ends otherwise. */
  private static final int MAX_NESTING = 16;

  private final Map<TypeVariable<?>, ResolvedType> known = new HashMap<>();
  private final Set<TypeVariable<?>> open = new HashSet<>();

  private TypeResolver() {}

  /** Knows the variables of everything that a class extends and implements. */
  static TypeResolver forReceiver(@Nullable Class<?> receiver) throws ContractException {
    TypeResolver resolver = new TypeResolver();
    resolver.learnSupertypesOf(receiver);
    return resolver;
  }

  /** Knows the variables of a type and of everything that it extends and implements. */
  static TypeResolver forMembersOf(ResolvedType type) throws ContractException {
    TypeResolver resolver = new TypeResolver();
    TypeVariable<?>[] variables = type.raw().getTypeParameters();
    for (int i = 0; i < variables.length; i++) {
      resolver.known.put(variables[i], type.argument(i));
    }
    resolver.learnSupertypesOf(type.raw());
    return resolver;
  }

  /**
   * A subclass with the arguments that make it a subtype of the parent. Arguments that the parent
   * does not decide become their bounds.
   */
  static ResolvedType subtype(Class<?> child, ResolvedType parent) throws ContractException {
    if (child == parent.raw()) {
      return parent;
    }
    TypeResolver resolver = new TypeResolver();
    resolver.learnFromParent(child, parent);
    List<ResolvedType> arguments = new ArrayList<>();
    for (TypeVariable<?> variable : child.getTypeParameters()) {
      arguments.add(resolver.resolve(variable));
    }
    return new ResolvedType(child, List.copyOf(arguments));
  }

  ResolvedType resolve(Type type) throws ContractException {
    ResolvedType resolved = resolve(type, 0);
    if (resolved.nesting() > MAX_NESTING) {
      throw tooDeep(type);
    }
    return resolved;
  }

  private static ContractException tooDeep(Type type) {
    return new ContractException(
        type.getTypeName(),
        "Its type arguments nest more than " + MAX_NESTING + " deep.",
        "Return a type that does not wrap its own type argument again and again.");
  }

  private ResolvedType resolve(Type type, int nesting) throws ContractException {
    if (nesting > MAX_NESTING) {
      throw tooDeep(type);
    }
    if (type instanceof Class<?> raw) {
      return ofClass(raw, nesting);
    }
    if (type instanceof ParameterizedType generic) {
      List<ResolvedType> arguments = new ArrayList<>();
      for (Type argument : generic.getActualTypeArguments()) {
        arguments.add(resolve(argument, nesting + 1));
      }
      return new ResolvedType((Class<?>) generic.getRawType(), List.copyOf(arguments));
    }
    if (type instanceof GenericArrayType array) {
      return ResolvedType.arrayOf(resolve(array.getGenericComponentType(), nesting + 1));
    }
    if (type instanceof WildcardType wildcard) {
      return resolve(wildcard.getUpperBounds()[0], nesting + 1);
    }
    return ofVariable((TypeVariable<?>) type, nesting);
  }

  private ResolvedType ofClass(Class<?> raw, int nesting) throws ContractException {
    if (raw.isArray()) {
      return ResolvedType.arrayOf(resolve(raw.getComponentType(), nesting + 1));
    }
    List<ResolvedType> arguments = new ArrayList<>();
    for (TypeVariable<?> variable : raw.getTypeParameters()) {
      arguments.add(resolve(variable, nesting + 1));
    }
    return new ResolvedType(raw, List.copyOf(arguments));
  }

  private ResolvedType ofVariable(TypeVariable<?> variable, int nesting) throws ContractException {
    ResolvedType resolved = known.get(variable);
    if (resolved != null) {
      return resolved;
    }
    if (!open.add(variable)) {
      return ResolvedType.OBJECT;
    }
    try {
      return resolve(variable.getBounds()[0], nesting + 1);
    } finally {
      open.remove(variable);
    }
  }

  private void learnSupertypesOf(@Nullable Class<?> type) throws ContractException {
    if (type == null) {
      return;
    }
    for (Type parent : parentsOf(type)) {
      if (parent instanceof ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          known.putIfAbsent(variables[i], resolve(generic.getActualTypeArguments()[i]));
        }
      }
      learnSupertypesOf(rawOf(parent));
    }
  }

  private void learnFromParent(Class<?> child, ResolvedType parent) throws ContractException {
    for (Type declared : parentsOf(child)) {
      Class<?> raw = rawOf(declared);
      if (parent.raw().isAssignableFrom(raw) && declared instanceof ParameterizedType generic) {
        ResolvedType resolved = subtype(raw, parent);
        Type[] arguments = generic.getActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
          if (arguments[i] instanceof TypeVariable<?> variable) {
            known.putIfAbsent(variable, resolved.argument(i));
          }
        }
      }
    }
  }

  private static List<Type> parentsOf(Class<?> type) {
    List<Type> parents = new ArrayList<>(List.of(type.getGenericInterfaces()));
    Type superclass = type.getGenericSuperclass();
    if (superclass != null) {
      parents.add(superclass);
    }
    return parents;
  }

  private static Class<?> rawOf(Type parent) {
    return parent instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) parent;
  }
}
