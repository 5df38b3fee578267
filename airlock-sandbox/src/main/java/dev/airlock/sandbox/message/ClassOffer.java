package dev.airlock.sandbox.message;

/**
 * An answer that the host gives before the guest asks.
 *
 * @param asked what the guest would ask for
 * @param answer present, or held where an earlier offer of the same batch has the bytes
 */
public record ClassOffer(ClassRef asked, ClassAnswer answer) {}
