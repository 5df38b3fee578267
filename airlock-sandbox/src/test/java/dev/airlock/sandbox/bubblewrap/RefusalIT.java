package dev.airlock.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.Network;
import dev.airlock.sandbox.Limits;
import dev.airlock.sandbox.ProbeResult;
import dev.airlock.sandbox.SandboxSpec;
import dev.airlock.sandbox.SandboxStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that keeps a guest from starting is named, with what to do about it. */
@Timeout(60)
class RefusalIT {
  private static final String PATH = System.getenv("PATH");
  private static final SandboxSpec SPEC = new SandboxSpec(Limits.DEFAULT, Network.NONE);

  @TempDir Path directory;

  @Test
  void anEngineThatLeavesThePathIsMissedAtTheNextStart() throws Exception {
    AtomicReference<String> path = new AtomicReference<>(PATH);
    BubblewrapProvider provider =
        new BubblewrapProvider(
            ItFixture.cache(), ItFixture.javaHome(), ItFixture.program(), path::get);
    provider.start(SPEC).close();
    path.set("/nowhere");
    assertThatThrownBy(() -> provider.start(SPEC))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("no bwrap on the PATH (/nowhere)");
    ProbeResult probe = provider.probe();
    assertThat(probe.usable()).isFalse();
    assertThat(probe.remedy()).isEqualTo("apt-get install bubblewrap");
  }

  @Test
  void anEngineThatIsTooOldIsNamedWithItsVersion() throws Exception {
    ProbeResult probe = probeWith("#!/bin/sh\necho bubblewrap 0.4.1\n");
    assertThat(probe.usable()).isFalse();
    assertThat(probe.reason()).contains("is version 0.4.1; at least 0.8.0");
  }

  @Test
  void anEngineThatOnlyPretendsIsFoundOut() throws Exception {
    ProbeResult probe =
        probeWith("#!/bin/sh\n[ \"$1\" = --version ] && echo bubblewrap 9.9.9 && exit\nexit 4\n");
    assertThat(probe.usable()).isFalse();
    assertThat(probe.engine()).isEqualTo("bubblewrap 9.9.9");
    assertThat(probe.reason()).contains("status 4");
  }

  @Test
  void aRuntimeThatTheGuestMayNotReadIsNamed() throws Exception {
    Assumptions.assumeTrue(
        Files.getAttribute(directory, "unix:uid").equals(0),
        "Only the guests of root are other users.");
    Path hidden = Files.createDirectories(directory.toRealPath().resolve("hidden/jdk"));
    for (String part : new String[] {"bin", "lib", "conf", "release"}) {
      Files.createSymbolicLink(hidden.resolve(part), ItFixture.javaHome().resolve(part));
    }
    Files.setPosixFilePermissions(hidden.getParent(), PosixFilePermissions.fromString("rwx------"));
    ProbeResult probe =
        new BubblewrapProvider(ItFixture.cache(), hidden, ItFixture.program()).probe();
    assertThat(probe.usable()).isFalse();
    assertThat(probe.reason()).contains("The Java runtime at " + hidden + " cannot be read");
    assertThat(probe.remedy()).contains("/usr/lib/jvm");
  }

  @Test
  void aCacheThatTheGuestMayNotEnterIsNamed() throws Exception {
    Assumptions.assumeTrue(
        Files.getAttribute(directory, "unix:uid").equals(0),
        "Only the guests of root are other users.");
    Path hidden = Files.createDirectory(directory.resolve("hidden"));
    Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rwx------"));
    ProbeResult probe =
        new BubblewrapProvider(hidden.resolve("c"), ItFixture.javaHome(), ItFixture.program())
            .probe();
    assertThat(probe.usable()).isFalse();
    assertThat(probe.remedy()).contains("airlock.cache-dir that every user may enter");
  }

  @Test
  void aMissingShimIsNamed() {
    ProbeResult probe =
        new BubblewrapProvider(
                ItFixture.cache(),
                ItFixture.javaHome(),
                new dev.airlock.sandbox.image.GuestProgram(
                    () -> {
                      throw new IOException("no jar");
                    },
                    "Main"))
            .probe();
    assertThat(probe.usable()).isFalse();
    assertThat(probe.reason()).contains("no jar");
  }

  @Test
  void aNetworkPolicyThatCannotBeEnforcedIsRefused() {
    assertThatThrownBy(
            () -> ItFixture.provider().start(new SandboxSpec(Limits.DEFAULT, Network.DEFAULT)))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("DEFAULT");
  }

  @ParameterizedTest
  @CsvSource({
    "67108863,1.0,32,1",
    "67108864,0.0,32,1",
    "67108864,1.0,31,1",
    "67108864,1.0,32,0",
    "67108864,NaN,32,1"
  })
  void limitsThatAreTooLowAreRefused(long memory, double cpus, int pids, long disk) {
    SandboxSpec spec = new SandboxSpec(new Limits(memory, cpus, pids, disk), Network.NONE);
    assertThatThrownBy(() -> ItFixture.provider().start(spec))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("too low");
  }

  private ProbeResult probeWith(String script) throws IOException {
    Path bwrap = Files.writeString(directory.resolve("bwrap"), script);
    Files.setPosixFilePermissions(bwrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new BubblewrapProvider(
            ItFixture.cache(),
            ItFixture.javaHome(),
            ItFixture.program(),
            () -> directory + ":" + PATH)
        .probe();
  }
}
