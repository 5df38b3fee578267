package dev.airlock;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A {@link Callable} whose lambda can be shipped.
 *
 * <p>Java records what a lambda is made of only where its type is {@link Serializable}. The methods
 * of {@link AirlockRuntime} take this type, so a plain {@code () -> …} given to them is one.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface SandboxCallable<T> extends Callable<T>, Serializable {}
