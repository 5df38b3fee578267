package dev.airlock.runtime.capture;

import dev.airlock.AirlockException;
import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Finds the unchecked exceptions that a method's code can make, so that they can come back from a
 * guest as themselves.
 *
 * <p>These are the subclasses of {@link RuntimeException} that {@code new} or a constructor
 * reference names in the method's class, and in up to 300 classes of the same code source that it
 * refers to, directly or not. Not found is what a factory elsewhere makes. Never among them are an
 * {@link Error} and Airlock's own exceptions.
 *
 * <p>The names come from the host's own class files, never from a guest. Classes are loaded but not
 * initialised. Thread-safe; an answer is kept for as long as the class lives.
 */
public final class ThrowableScan {
  private static final int MOST_CLASSES = 300;

  private final ClassFiles files;
  private final ClassValue<Set<Class<? extends RuntimeException>>> known =
      new ClassValue<>() {
        @Override
        protected Set<Class<? extends RuntimeException>> computeValue(Class<?> type) {
          return Set.copyOf(scan(type));
        }
      };

  /** A scan that reads byte code from there. */
  public ThrowableScan(ClassFiles files) {
    this.files = files;
  }

  /** The exceptions that the code of a class can make. Reads and loads classes the first time. */
  public Set<Class<? extends RuntimeException>> of(Class<?> declaring) {
    return known.get(declaring);
  }

  private Set<Class<? extends RuntimeException>> scan(Class<?> declaring) {
    Set<Class<? extends RuntimeException>> found = new LinkedHashSet<>();
    Set<Class<?>> seen = new LinkedHashSet<>(Set.of(declaring));
    Set<String> tried = new HashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      ClassMentions mentions = mentions(open.remove());
      for (String name : mentions.created()) {
        addException(load(name, declaring), found);
      }
      for (String name : mentions.mentioned()) {
        if (seen.size() >= MOST_CLASSES) {
          break;
        }
        boolean isNew = !name.startsWith("java.") && tried.add(name);
        Class<?> type = isNew ? load(name, declaring) : null;
        if (type != null && isBeside(type, declaring) && seen.add(type)) {
          open.add(type);
        }
      }
    }
    return found;
  }

  private static void addException(
      @Nullable Class<?> type, Set<Class<? extends RuntimeException>> found) {
    if (type != null
        && RuntimeException.class.isAssignableFrom(type)
        && !AirlockException.class.isAssignableFrom(type)) {
      found.add(type.asSubclass(RuntimeException.class));
    }
  }

  private static @Nullable Class<?> load(String name, Class<?> declaring) {
    try {
      return Class.forName(name, false, declaring.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // The code that mentions it could not use it on this host either.
      return null;
    }
  }

  private static boolean isBeside(Class<?> type, Class<?> declaring) {
    CodeSource own = declaring.getProtectionDomain().getCodeSource();
    CodeSource other = type.getProtectionDomain().getCodeSource();
    return own != null
        && other != null
        && own.getLocation() != null
        && other.getLocation() != null
        // URL.equals would ask the network for the host's address.
        && own.getLocation().toExternalForm().equals(other.getLocation().toExternalForm());
  }

  private ClassMentions mentions(Class<?> type) {
    try (InputStream in = files.open(type)) {
      return in == null ? ClassMentions.NONE : ClassMentions.in(new ClassReader(in));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return ClassMentions.NONE;
    }
  }
}
