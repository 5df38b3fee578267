/**
 * How the receiver and the arguments of a call cross to the guest: Kryo, outward only.
 *
 * <p>The only package that imports Kryo. The host writes, the guest reads; nothing here reads on
 * the host.
 */
@NullMarked
package dev.airlock.sandbox.codec;

import org.jspecify.annotations.NullMarked;
