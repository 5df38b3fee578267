/**
 * How the receiver and the arguments of a call cross to the guest: Kryo, outward only.
 *
 * <p>The only package that imports Kryo. The host writes, the guest reads; nothing here reads on
 * the host.
 *
 * <p>A payload is a count and so many objects. An object is a code, then Kryo's mark of whether it
 * is new or which earlier object it is, then its content. The code is 0 for null, a number of the
 * table of JDK types, one more than the table's size for a class that is described here for the
 * first time, or beyond that the number of a class described before. A description is a kind, the
 * dimensions of an array, the number of a loader with a binary name (or of a name given before),
 * and a fingerprint of its fields. Both sides have to be of the same version of Airlock.
 */
@NullMarked
package dev.airlock.sandbox.codec;

import org.jspecify.annotations.NullMarked;
