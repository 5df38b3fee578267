package dev.airlock.sandbox.message;

/**
 * A class as the host names it to the guest.
 *
 * @param loader the number of the mirrored loader that sees it; 0 for the JDK
 * @param name its binary name
 */
public record TypeName(int loader, String name) {}
