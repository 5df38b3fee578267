/**
 * What the JVM starts when it is given the agent, and the loader that hides everything else.
 *
 * <p>These classes and the package {@link dev.airlock} are all that an application can see of the
 * agent. They use the JDK alone: no logging, no {@code java.nio.file}, no management beans, because
 * they run before the application and must not fix how it sets those up.
 */
@NullMarked
package dev.airlock.agent;

import org.jspecify.annotations.NullMarked;
