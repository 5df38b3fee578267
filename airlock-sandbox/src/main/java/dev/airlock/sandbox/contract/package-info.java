/**
 * What a method may return, as a table that host and guest make from the same declaration, and the
 * guest's half of the codec for it.
 *
 * <p>A payload is CBOR without tags, maps or indefinite lengths, and names nothing: members are
 * positions, alternatives and enum constants are indexes into the table, shared objects are numbers
 * in the order of writing. What a payload may say is therefore decided by the host's own table.
 */
@NullMarked
package dev.airlock.sandbox.contract;

import org.jspecify.annotations.NullMarked;
