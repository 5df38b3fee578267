package dev.airlock.sandbox.message;

/**
 * A class as one mirrored loader sees it.
 *
 * @param loader the number of the loader, above 0
 * @param name the binary name, as in {@code org.example.Outer$Inner}
 */
public record ClassRef(int loader, String name) {}
