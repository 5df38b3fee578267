package dev.airlock;

import java.util.Objects;
import java.util.function.Function;

/**
 * A value that came from a sandbox and has not been looked at yet.
 *
 * <p>The result gate makes sure that a result is of the type that the method declares. It cannot
 * make sure that it is right: hostile code returns whatever serves it. A method that returns {@code
 * Untrusted<T>} makes its callers say what they believe, and why: there is no way to the value but
 * {@link #verify}, and {@link #unverifiedBecause}, which a search for that name finds.
 *
 * <pre>{@code
 * @Airlock
 * Untrusted<Size> measure(byte[] image) { ... return Untrusted.of(size); }
 *
 * Size size = measure(image).verify(s -> {
 *   if (s.width() < 1 || s.width() > 20_000) throw new BadImageException();
 *   return s;
 * });
 * }</pre>
 *
 * <p>Immutable, as far as the value is. Two of them are equal only if they are the same, and
 * neither {@link #toString} nor {@link #hashCode} asks the value.
 *
 * @param <T> the type of the value
 */
public final class Untrusted<T> {
  private final T value;

  private Untrusted(T value) {
    this.value = value;
  }

  /**
   * Marks a value as untrusted. For the body of a method that runs in a sandbox.
   *
   * @param value the value, which may be null
   * @return the value, out of reach
   * @param <T> the type of the value
   */
  public static <T> Untrusted<T> of(T value) {
    return new Untrusted<>(value);
  }

  /**
   * What a check makes of the value.
   *
   * @param check is given the value; it throws if the value must not be used, and returns what may
   *     be used of it, which need not be the value itself
   * @return what the check returned
   * @param <R> the type of what may be used
   * @throws RuntimeException whatever the check throws
   */
  public <R> R verify(Function<? super T, ? extends R> check) {
    return check.apply(value);
  }

  /**
   * The value itself, for a reason that whoever reads the code can judge.
   *
   * @param reason why no check is needed here, as in {@code "it is only shown, and escaped there"}
   * @return the value
   * @throws IllegalArgumentException if the reason is blank
   */
  public T unverifiedBecause(String reason) {
    if (Objects.requireNonNull(reason, "reason").isBlank()) {
      throw new IllegalArgumentException("Say why the value needs no check.");
    }
    return value;
  }

  /** That it is untrusted, and nothing of the value. */
  @Override
  public String toString() {
    return "Untrusted";
  }
}
