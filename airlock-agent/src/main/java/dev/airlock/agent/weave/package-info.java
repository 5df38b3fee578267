/**
 * Puts the gate in front of the methods that are to be intercepted.
 *
 * <p>The only package that imports Byte Buddy (and the ASM inside it). It lives in the agent's
 * hidden class loader. A class file goes through four steps: {@link
 * dev.airlock.agent.weave.AirlockTransformer} decides in microseconds whether it can concern us, a
 * {@link dev.airlock.agent.weave.ClassSurvey} reads it, an {@link
 * dev.airlock.agent.weave.InterceptionPlan} says what is to be done, {@link
 * dev.airlock.agent.weave.ClassWeaver} does it. A step that fails leaves methods that throw or a
 * class that does not load, never the class as it was.
 */
@NullMarked
package dev.airlock.agent.weave;

import org.jspecify.annotations.NullMarked;
