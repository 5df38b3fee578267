package dev.airlock.sandbox.image;

/**
 * What a guest's JVM runs.
 *
 * @param jar the jar with it and everything that it needs
 * @param mainClass the name of its main class. Without arguments it serves the channel, and ends
 *     when that ends; with {@code --warm-up} it uses the classes that it will need and ends
 */
public record GuestProgram(ShimJar jar, String mainClass) {
  /** The shim. */
  public static GuestProgram shim() {
    return new GuestProgram(ShimJar.carried(), "dev.airlock.sandbox.shim.Shim");
  }
}
