/**
 * The class door: how the host hands its application's classes and resources to a guest.
 *
 * <p>Every question comes from a guest and may be hostile. It is looked up in tables that the host
 * made from its own class path; the text of a question is never given to a class loader and never
 * becomes part of a path. What a guest may not have is answered as what does not exist.
 */
@NullMarked
package dev.airlock.sandbox.door;

import org.jspecify.annotations.NullMarked;
