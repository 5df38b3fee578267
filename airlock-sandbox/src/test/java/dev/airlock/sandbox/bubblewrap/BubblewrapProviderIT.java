package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxProviderContract;
import java.util.TimeZone;

class BubblewrapProviderIT extends SandboxProviderContract {
  private final SandboxProvider provider = ItFixture.provider();

  @Override
  protected SandboxProvider provider() {
    return provider;
  }

  @Override
  protected String environment() {
    return "{HOME=/tmp, LANG=C.UTF-8, LD_LIBRARY_PATH=/jdk/lib/server:/jdk/lib:/lib, PWD=/tmp, TZ="
        + TimeZone.getDefault().getID()
        + "}";
  }
}
