package dev.airlock.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What providers are made with.
 *
 * @param javaHome the Java that guests run on
 * @param cacheDirectory where prepared images are kept, or null for the usual place
 */
public record ProviderSettings(Path javaHome, @Nullable Path cacheDirectory) {}
