/**
 * Everything that an application sees of Airlock.
 *
 * <p>{@link dev.airlock.Airlock} marks the methods that run in a sandbox, {@link
 * dev.airlock.AirlockContext} tells code where it runs, {@link dev.airlock.AirlockRuntime} is the
 * entry for code that would rather call than annotate, and {@link dev.airlock.AirlockException} is
 * the root of everything that Airlock itself throws. {@link dev.airlock.Gate} and {@link
 * dev.airlock.HostRuntime} join woven code to the hidden runtime; applications do not call them.
 *
 * <p>The package depends on the JDK alone, so it can stand on any class path.
 */
package dev.airlock;
