/**
 * What the bodies of frames say.
 *
 * <p>What the host says is trusted and written plainly. What a guest says is CBOR, read by the host
 * with limits, and every deviation is a {@link dev.airlock.sandbox.frame.ProtocolException}.
 */
@NullMarked
package dev.airlock.sandbox.message;

import org.jspecify.annotations.NullMarked;
