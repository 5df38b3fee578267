/**
 * What the file system of a local guest is made of: a Java runtime, the libraries that it needs,
 * the shim, and nothing else of the host.
 */
@NullMarked
package dev.airlock.sandbox.image;

import org.jspecify.annotations.NullMarked;
