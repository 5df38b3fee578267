package dev.airlock.sandbox.image;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of the jar with the guest's main program come from. */
@FunctionalInterface
public interface ShimJar {
  /**
   * Opens the jar at its beginning; the caller closes it.
   *
   * @throws IOException if there is none or it cannot be read
   */
  InputStream open() throws IOException;

  /** The jar that Airlock carries with it. */
  static ShimJar carried() {
    return () -> {
      InputStream jar = GuestImage.class.getResourceAsStream("/airlock-shim.jar");
      if (jar == null) {
        throw new FileNotFoundException(
            "This build of Airlock does not carry airlock-shim.jar. Use the airlock-agent.jar of a"
                + " release, or build it with: mvn package");
      }
      return jar;
    };
  }
}
