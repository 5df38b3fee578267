package dev.airlock.sandbox;

/**
 * Makes a provider. Found by {@link java.util.ServiceLoader}, so that the runtime names no
 * provider.
 */
@FunctionalInterface
public interface SandboxProviderFactory {
  /** A provider; its engine is not looked for yet. */
  SandboxProvider create(ProviderSettings settings);
}
