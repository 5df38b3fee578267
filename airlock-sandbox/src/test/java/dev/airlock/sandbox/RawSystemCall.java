package dev.airlock.sandbox;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes system calls by number in a guest for tests. Needs the foreign function API of Java 22, so
 * all of it goes through reflection.
 */
final class RawSystemCall {
  private static final String PACKAGE = "java.lang.foreign.";

  /** A number and six arguments. */
  private static final int WORDS = 7;

  private RawSystemCall() {}

  /**
   * Makes a call.
   *
   * @param words the number of the call and up to six arguments, decimal
   * @return 0 if it worked, else the error number
   */
  static String errorOf(String words) throws Exception {
    List<Long> numbers = Arrays.stream(words.split(" ")).map(Long::decode).toList();
    try {
      return Integer.toString(call(numbers));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static int call(List<Long> numbers) throws Throwable {
    Class<?> layoutType = Class.forName(PACKAGE + "MemoryLayout");
    Class<?> optionType = Class.forName(PACKAGE + "Linker$Option");
    Class<?> segmentType = Class.forName(PACKAGE + "MemorySegment");
    Class<?> descriptorType = Class.forName(PACKAGE + "FunctionDescriptor");
    Object word = Class.forName(PACKAGE + "ValueLayout").getField("JAVA_LONG").get(null);
    Object words = Array.newInstance(layoutType, WORDS);
    for (int i = 0; i < WORDS; i++) {
      Array.set(words, i, word);
    }
    Object descriptor =
        descriptorType.getMethod("of", layoutType, words.getClass()).invoke(null, word, words);
    Object options = Array.newInstance(optionType, 1);
    Object names = new String[] {"errno"};
    Array.set(
        options, 0, optionType.getMethod("captureCallState", String[].class).invoke(null, names));
    MethodHandle handle = handle(descriptor, descriptorType, options);
    Class<?> arenaType = Class.forName(PACKAGE + "Arena");
    Object arena = arenaType.getMethod("ofAuto").invoke(null);
    Object state = arenaType.getMethod("allocate", long.class, long.class).invoke(arena, 64L, 8L);
    Object[] arguments = new Object[WORDS + 1];
    arguments[0] = state;
    for (int i = 0; i < WORDS; i++) {
      arguments[i + 1] = i < numbers.size() ? numbers.get(i) : 0L;
    }
    long result = (long) handle.invokeWithArguments(arguments);
    Object buffer = segmentType.getMethod("asByteBuffer").invoke(state);
    int error = ((java.nio.ByteBuffer) buffer).order(java.nio.ByteOrder.nativeOrder()).getInt(0);
    return result == -1 ? error : 0;
  }

  private static MethodHandle handle(Object descriptor, Class<?> descriptorType, Object options)
      throws ReflectiveOperationException {
    Class<?> segmentType = Class.forName(PACKAGE + "MemorySegment");
    Class<?> linkerType = Class.forName(PACKAGE + "Linker");
    Object linker = linkerType.getMethod("nativeLinker").invoke(null);
    Object lookup = linkerType.getMethod("defaultLookup").invoke(linker);
    Object function =
        ((Optional<?>)
                Class.forName(PACKAGE + "SymbolLookup")
                    .getMethod("find", String.class)
                    .invoke(lookup, "syscall"))
            .orElseThrow();
    return (MethodHandle)
        linkerType
            .getMethod("downcallHandle", segmentType, descriptorType, options.getClass())
            .invoke(linker, function, descriptor, options);
  }
}
