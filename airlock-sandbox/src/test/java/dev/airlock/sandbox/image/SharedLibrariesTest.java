package dev.airlock.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {
  @Test
  void librariesGoToOneDirectoryAndTheLoaderStaysWhereItIs() {
    String output =
        """
        /usr/lib/jvm/jdk/bin/java:
        \tlinux-vdso.so.1 (0x00007ffc3d5f2000)
        \tlibz.so.1 => /usr/lib/x86_64-linux-gnu/libz.so.1 (0x00007f2f1c000000)
        \tlibjvm.so => not found
        \t/lib64/ld-linux-x86-64.so.2 (0x00007f2f1c100000)
        /other:
        \tstatically linked
        """;
    assertThat(SharedLibraries.parse(output))
        .containsOnly(
            java.util.Map.entry("/lib/libz.so.1", Path.of("/usr/lib/x86_64-linux-gnu/libz.so.1")),
            java.util.Map.entry(
                "/lib64/ld-linux-x86-64.so.2", Path.of("/lib64/ld-linux-x86-64.so.2")));
  }

  @Test
  void aLoaderThatIsElsewhereGoesToThePathThatProgramsName() {
    assertThat(
            SharedLibraries.parse(
                "\t/lib64/ld-linux-x86-64.so.2 => /store/glibc/ld-linux-x86-64.so.2 (0x00007f)\n"))
        .containsOnly(
            java.util.Map.entry(
                "/lib64/ld-linux-x86-64.so.2", Path.of("/store/glibc/ld-linux-x86-64.so.2")));
  }
}
