package dev.airlock.sandbox.bubblewrap;

import dev.airlock.Network;
import dev.airlock.sandbox.GuestTalk;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.ProbeResult;
import dev.airlock.sandbox.Sandbox;
import dev.airlock.sandbox.SandboxSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host in a process of its own, for tests that end it or run it as another user. */
public final class HostProgram {
  private static final SandboxSpec SPEC =
      new SandboxSpec(new Limits(128L << 20, 1.0, 48, 16L << 20), Network.NONE);

  private HostProgram() {}

  /** Arguments: a cache directory, a Java runtime for guests, and commands for the guests. */
  public static void main(String[] arguments) throws Exception {
    BubblewrapProvider provider =
        new BubblewrapProvider(Path.of(arguments[0]), Path.of(arguments[1]), ItFixture.program());
    ProbeResult probe = provider.probe();
    if (!probe.usable()) {
      throw new IOException(probe.toString());
    }
    List<Sandbox> sandboxes = new ArrayList<>();
    for (String command : List.of(arguments).subList(2, arguments.length)) {
      Sandbox sandbox = provider.start(SPEC);
      sandboxes.add(sandbox);
      System.out.println(new GuestTalk(sandbox).ask(command).replace('\n', ' '));
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Whoever started this program decides when it ends.
    }
    sandboxes.forEach(Sandbox::close);
  }
}
