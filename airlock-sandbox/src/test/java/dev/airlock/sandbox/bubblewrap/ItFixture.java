package dev.airlock.sandbox.bubblewrap;

import dev.airlock.sandbox.StandInGuest;
import dev.airlock.sandbox.StandInJar;
import dev.airlock.sandbox.image.GuestProgram;
import java.nio.file.Path;

/** What the integration tests of this package share: one cache, so that the image is made once. */
final class ItFixture {
  private ItFixture() {}

  static Path cache() {
    return Path.of("target", "it-cache").toAbsolutePath();
  }

  /** The runtime that guests run on. */
  static Path javaHome() {
    return Path.of(System.getProperty("it.java-home", System.getProperty("java.home")));
  }

  static GuestProgram program() {
    return new GuestProgram(StandInJar::open, StandInGuest.class.getName());
  }

  static BubblewrapProvider provider() {
    return new BubblewrapProvider(cache(), javaHome(), program());
  }
}
