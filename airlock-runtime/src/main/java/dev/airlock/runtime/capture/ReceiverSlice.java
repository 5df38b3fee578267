package dev.airlock.runtime.capture;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds which instance fields of its receiver a method can reach, so that a data source or a logger
 * that it never touches need not cross.
 *
 * <p>The byte code of the method is followed, and of everything that it calls on the receiver or
 * hands the receiver to within the receiver's own classes. Where the receiver leaves these, is
 * stored or returned, or where byte code is not known, the answer is the whole receiver.
 *
 * <p>The analysis follows the receiver, not other references to the same object. A caller that
 * meets the receiver a second time while it encodes, from an argument or from a field that it
 * sends, must send the whole of it: code of other classes may read any field through that
 * reference.
 *
 * <p>Thread-safe. An answer is kept for as long as the receiver's class lives.
 */
public final class ReceiverSlice {
  private final ClassFiles files;
  private final ClassValue<Map<Method, Slice>> known =
      new ClassValue<>() {
        @Override
        protected Map<Method, Slice> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** A finder that reads byte code from there. */
  public ReceiverSlice(ClassFiles files) {
    this.files = files;
  }

  /**
   * The fields that the method can reach. Reads class files the first time.
   *
   * @param method an instance method with a body
   * @param actual the class of the receiver, which has the method or inherits it
   * @throws IllegalArgumentException if the method is static or not one of that class
   */
  public Slice of(Method method, Class<?> actual) {
    if (Modifier.isStatic(method.getModifiers())
        || !method.getDeclaringClass().isAssignableFrom(actual)) {
      throw new IllegalArgumentException(method + " is no instance method of " + actual.getName());
    }
    return known
        .get(actual)
        .computeIfAbsent(method, wanted -> new SliceSearch(files, actual).search(wanted));
  }
}
