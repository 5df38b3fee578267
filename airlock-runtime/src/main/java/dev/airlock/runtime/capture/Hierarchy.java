package dev.airlock.runtime.capture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The classes and interfaces of a receiver, and which of their members a symbol in their byte code
 * stands for. Where more than one method may be meant, all are. Belongs to one search.
 */
final class Hierarchy {
  /** A method and the class that declares it. */
  record Declared(Class<?> owner, MethodNode code) {}

  private static final int OVERRIDABLE_ANYWHERE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final ClassFiles files;
  private final List<Class<?>> chain = new ArrayList<>();
  private final Map<String, Class<?>> byName = new LinkedHashMap<>();
  private final Map<Class<?>, ClassNode> parsed = new HashMap<>();

  Hierarchy(ClassFiles files, Class<?> actual) throws EscapeException {
    this.files = files;
    for (Class<?> type = actual; type != null; type = type.getSuperclass()) {
      chain.add(type);
      add(type);
    }
  }

  private void add(Class<?> type) throws EscapeException {
    Class<?> same = byName.put(Type.getInternalName(type), type);
    if (same != null && same != type) {
      throw new EscapeException("two classes are called " + type.getName());
    }
    for (Class<?> parent : type.getInterfaces()) {
      add(parent);
    }
  }

  /**
   * The class of that internal name, whose member is used, if the receiver is an instance of it.
   */
  private Class<?> owner(String internalName, String member) throws EscapeException {
    Class<?> type = byName.get(internalName);
    if (type == null) {
      throw new EscapeException("given to " + internalName + "." + member);
    }
    return type;
  }

  /** The field that a symbol stands for. */
  Field field(String owner, String name, String descriptor) throws EscapeException {
    for (Class<?> type = owner(owner, name); type != null; type = type.getSuperclass()) {
      for (Field field : declaredFields(type)) {
        if (field.getName().equals(name)
            && !Modifier.isStatic(field.getModifiers())
            && Type.getDescriptor(field.getType()).equals(descriptor)) {
          return field;
        }
      }
    }
    throw new EscapeException("no field " + owner + "." + name);
  }

  private static Field[] declaredFields(Class<?> type) throws EscapeException {
    try {
      return type.getDeclaredFields();
    } catch (LinkageError e) {
      throw new EscapeException("fields of " + type.getName() + " cannot be listed: " + e);
    }
  }

  /** The method of exactly that class. */
  Declared declared(Class<?> owner, String name, String descriptor) throws EscapeException {
    MethodNode code = find(owner, name, descriptor);
    if (code == null) {
      throw new EscapeException("no method " + owner.getName() + "." + name);
    }
    return new Declared(owner, code);
  }

  /** What a call on the receiver may run, by the receiver's class. Empty for those of Object. */
  List<Declared> virtual(String owner, String name, String descriptor) throws EscapeException {
    Class<?> symbol = owner(owner, name);
    MethodNode own = symbol == Object.class ? null : find(symbol, name, descriptor);
    if (own != null && (own.access & Opcodes.ACC_PRIVATE) != 0) {
      return List.of(new Declared(symbol, own));
    }
    return select(chain, name, descriptor);
  }

  /**
   * What a call of {@code super.m()} or of a private method runs.
   *
   * @param caller the class whose byte code has the call
   */
  List<Declared> special(Class<?> caller, String owner, String name, String descriptor)
      throws EscapeException {
    Class<?> symbol = owner(owner, name);
    if (symbol.isInterface()) {
      return defaults(symbol, name, descriptor);
    }
    // The lookup begins above the caller whatever class above it the symbol names.
    Class<?> first = symbol == caller ? caller : caller.getSuperclass();
    int start = chain.indexOf(first);
    if (start < 0) {
      throw new EscapeException("given to " + owner + "." + name + " by an interface");
    }
    List<Class<?>> above = chain.subList(start, chain.size());
    for (Class<?> type : above) {
      MethodNode code = type == Object.class ? null : find(type, name, descriptor);
      if (code != null) {
        return List.of(new Declared(type, code));
      }
    }
    return select(above, name, descriptor);
  }

  /** The static method that a symbol stands for. */
  Declared ofStatic(String owner, String name, String descriptor) throws EscapeException {
    for (Class<?> type = owner(owner, name);
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      MethodNode code = find(type, name, descriptor);
      if (code != null) {
        return new Declared(type, code);
      }
    }
    throw new EscapeException("no static method " + owner + "." + name);
  }

  private List<Declared> select(List<Class<?>> classes, String name, String descriptor)
      throws EscapeException {
    List<Declared> found = new ArrayList<>();
    boolean overridesUnclear = false;
    for (Class<?> type : classes) {
      MethodNode code = type == Object.class ? null : find(type, name, descriptor);
      if (code != null && (code.access & Opcodes.ACC_PRIVATE) == 0) {
        found.add(new Declared(type, code));
        overridesUnclear |= (code.access & OVERRIDABLE_ANYWHERE) == 0;
      }
    }
    if (found.isEmpty()) {
      return isOfObject(name, descriptor) ? List.of() : defaults(null, name, descriptor);
    }
    // Without a modifier a method is overridden within its package only; then take every one.
    return overridesUnclear ? found : found.subList(0, 1);
  }

  /** The default methods of that signature, of one interface and those above it, or of all. */
  private List<Declared> defaults(@Nullable Class<?> of, String name, String descriptor)
      throws EscapeException {
    List<Declared> found = new ArrayList<>();
    for (Class<?> type : byName.values()) {
      if (type.isInterface() && (of == null || type.isAssignableFrom(of))) {
        MethodNode code = find(type, name, descriptor);
        if (code != null && (code.access & Opcodes.ACC_ABSTRACT) == 0) {
          found.add(new Declared(type, code));
        }
      }
    }
    if (found.isEmpty()) {
      throw new EscapeException("no method " + name);
    }
    return found;
  }

  /** Methods of Object that read no field; toString calls hashCode and is seen to by the search. */
  private static boolean isOfObject(String name, String descriptor) {
    return switch (name) {
      case "getClass", "hashCode", "notify", "notifyAll", "wait", "toString" ->
          descriptor.startsWith("()") || name.equals("wait");
      case "equals" -> descriptor.equals("(Ljava/lang/Object;)Z");
      default -> false;
    };
  }

  private @Nullable MethodNode find(Class<?> type, String name, String descriptor)
      throws EscapeException {
    for (MethodNode method : parse(type).methods) {
      if (method.name.equals(name) && method.desc.equals(descriptor)) {
        return method;
      }
    }
    return null;
  }

  private ClassNode parse(Class<?> type) throws EscapeException {
    ClassNode known = parsed.get(type);
    if (known != null) {
      return known;
    }
    ClassNode node = new ClassNode();
    try (InputStream in = files.open(type)) {
      if (in == null) {
        throw new EscapeException("the class file of " + type.getName() + " is not known");
      }
      new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EscapeException("the class file of " + type.getName() + " is not readable: " + e);
    }
    parsed.put(type, node);
    return node;
  }
}
