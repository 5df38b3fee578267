package dev.airlock.sandbox.contract;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a method may return: a table of slots, made of its declaration and of classes that were
 * admitted by name.
 *
 * <p>Host and guest make it from the same declaration with their own class objects, and compare
 * digests. Immutable and thread-safe. Compiling initialises no class of the application.
 */
public final class ResultContract {
  private final Slot root;
  private final byte[] digest;

  private ResultContract(Slot root, byte[] digest) {
    this.root = root;
    this.digest = digest;
  }

  /**
   * The contract of a declared type.
   *
   * @param returnType as {@code Method.getGenericReturnType} gives it
   * @param receiverClass decides the type variables of the classes that it extends; null for none
   * @param admitted classes that may stand in open places (Object, a wildcard, an interface), in an
   *     order that is the same on both sides; one that cannot be a result is left out
   * @throws ContractException if no value, or not every part of one, could ever be a result
   */
  public static ResultContract compile(
      Type returnType, @Nullable Class<?> receiverClass, List<Class<?>> admitted)
      throws ContractException {
    ResolvedType resolved = TypeResolver.forReceiver(receiverClass).resolve(returnType);
    ContractCompiler compiler = new ContractCompiler(admitted);
    Slot root = compiler.compile(resolved);
    return new ResultContract(root, sha256(CanonicalText.of(compiler.slots())));
  }

  /** Where the whole result stands. */
  public Slot root() {
    return root;
  }

  /** The SHA-256 of the table: equal on both sides if they mean the same. A copy. */
  public byte[] digest() {
    return digest.clone();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256.", e);
    }
  }
}
