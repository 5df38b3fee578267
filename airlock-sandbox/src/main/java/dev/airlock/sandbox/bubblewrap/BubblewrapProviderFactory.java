package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.ProviderSettings;
import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxProviderFactory;
import dev.airlock.sandbox.image.CacheDirectory;
import dev.airlock.sandbox.image.GuestProgram;
import java.util.Objects;

/** Makes the bubblewrap provider whose guests run the shim. */
public final class BubblewrapProviderFactory implements SandboxProviderFactory {
  @Override
  public SandboxProvider create(ProviderSettings settings) {
    return new BubblewrapProvider(
        Objects.requireNonNullElseGet(settings.cacheDirectory(), CacheDirectory::standardPath),
        settings.javaHome(),
        GuestProgram.shim());
  }
}
