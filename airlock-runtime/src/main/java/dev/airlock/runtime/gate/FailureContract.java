package dev.airlock.runtime.gate;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.HashMap;
import java.util.InputMismatchException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Which exceptions of a method come back as themselves. Immutable and thread-safe.
 *
 * <p>A name from a sandbox is compared with the names of this table and used for nothing else.
 * Never in it: an {@code Error}, {@code InterruptedException}, a type of Airlock's own.
 */
public final class FailureContract {
  private static final List<Class<? extends Throwable>> JDK =
      List.of(
          Exception.class,
          RuntimeException.class,
          ArithmeticException.class,
          ArrayIndexOutOfBoundsException.class,
          ArrayStoreException.class,
          BufferOverflowException.class,
          BufferUnderflowException.class,
          CancellationException.class,
          CharacterCodingException.class,
          ClassCastException.class,
          ClassNotFoundException.class,
          CloneNotSupportedException.class,
          CompletionException.class,
          ConcurrentModificationException.class,
          DateTimeException.class,
          EOFException.class,
          EmptyStackException.class,
          ExecutionException.class,
          FileNotFoundException.class,
          IOException.class,
          IllegalAccessException.class,
          IllegalArgumentException.class,
          IllegalMonitorStateException.class,
          IllegalStateException.class,
          IndexOutOfBoundsException.class,
          InputMismatchException.class,
          InstantiationException.class,
          NegativeArraySizeException.class,
          NoSuchElementException.class,
          NoSuchFieldException.class,
          NoSuchMethodException.class,
          NullPointerException.class,
          NumberFormatException.class,
          ReflectiveOperationException.class,
          SecurityException.class,
          StringIndexOutOfBoundsException.class,
          TimeoutException.class,
          UncheckedIOException.class,
          UnsupportedOperationException.class,
          java.io.InvalidObjectException.class,
          java.io.NotSerializableException.class,
          java.io.UTFDataFormatException.class,
          java.io.UnsupportedEncodingException.class,
          java.net.BindException.class,
          java.net.ConnectException.class,
          java.net.MalformedURLException.class,
          java.net.NoRouteToHostException.class,
          java.net.ProtocolException.class,
          java.net.SocketException.class,
          java.net.SocketTimeoutException.class,
          java.net.UnknownHostException.class,
          java.net.UnknownServiceException.class,
          java.nio.file.AccessDeniedException.class,
          java.nio.file.DirectoryNotEmptyException.class,
          java.nio.file.FileAlreadyExistsException.class,
          java.nio.file.FileSystemException.class,
          java.nio.file.NoSuchFileException.class,
          java.nio.file.NotDirectoryException.class,
          java.security.DigestException.class,
          java.security.GeneralSecurityException.class,
          java.security.InvalidAlgorithmParameterException.class,
          java.security.InvalidKeyException.class,
          java.security.KeyException.class,
          java.security.NoSuchAlgorithmException.class,
          java.security.SignatureException.class,
          java.time.temporal.UnsupportedTemporalTypeException.class,
          java.util.concurrent.RejectedExecutionException.class,
          java.util.zip.DataFormatException.class,
          java.util.zip.ZipException.class);

  private static final List<String> OWN =
      List.of("dev.airlock.sandbox.", "dev.airlock.runtime.", "dev.airlock.agent.");

  private final List<Class<?>> declared;
  private final Map<String, ExceptionType> byName = new HashMap<>();

  private FailureContract(List<Class<?>> declared) {
    this.declared = declared;
  }

  /**
   * The contract of a method.
   *
   * @param declared what its {@code throws} clause names
   * @param further other exceptions that its code can construct; those that can never come back are
   *     left out
   */
  public static FailureContract of(Class<?>[] declared, Collection<Class<?>> further) {
    FailureContract contract = new FailureContract(List.of(declared));
    JDK.forEach(contract::add);
    Arrays.asList(declared).forEach(contract::add);
    further.forEach(contract::add);
    return contract;
  }

  private void add(Class<?> type) {
    if (isRebuildable(type)) {
      ExceptionType exception = ExceptionType.of(type.asSubclass(Exception.class));
      if (exception != null) {
        byName.put(type.getName(), exception);
      }
    }
  }

  private static boolean isRebuildable(Class<?> type) {
    return Exception.class.isAssignableFrom(type)
        && !InterruptedException.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && OWN.stream().noneMatch((type.getPackageName() + ".")::startsWith)
        && !type.getPackageName().equals("dev.airlock");
  }

  /** The exception of exactly that name, or null. */
  @Nullable ExceptionType named(String name) {
    return byName.get(name);
  }

  /** Whether the method may throw it: it is unchecked, or declared, or under a declared type. */
  boolean permits(Exception exception) {
    return exception instanceof RuntimeException
        || declared.stream().anyMatch(type -> type.isInstance(exception));
  }
}
