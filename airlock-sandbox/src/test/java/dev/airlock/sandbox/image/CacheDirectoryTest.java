package dev.airlock.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.SandboxStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheDirectoryTest {
  @TempDir Path directory;

  @Test
  void aNewOneIsReadableByAllAndWritableByUs() throws Exception {
    CacheDirectory.at(directory.resolve("a/b/cache"));
    assertThat(PosixFilePermissions.toString(permissions("a/b/cache"))).isEqualTo("rwxr-xr-x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwx-w----"})
  void oneThatOthersMayWriteIsRefused(String permissions) throws Exception {
    Path cache = Files.createDirectory(directory.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(permissions));
    assertThatThrownBy(() -> CacheDirectory.at(cache))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("may be written by others (mode 7");
  }

  @Test
  void aSymbolicLinkIsRefused() throws Exception {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    assertThatThrownBy(() -> CacheDirectory.at(link))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("symbolic link")
        .extracting(e -> ((SandboxStartException) e).remedy())
        .asString()
        .contains("airlock.cache-dir");
  }

  @Test
  void aFileIsRefused() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> CacheDirectory.at(file)).isInstanceOf(SandboxStartException.class);
    assertThatThrownBy(() -> CacheDirectory.at(file.resolve("cache")))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("cannot be made or read")
        .extracting(e -> ((SandboxStartException) e).remedy())
        .isEqualTo("Set airlock.cache-dir to a directory that this user may write to");
  }

  @Test
  void oneOfAnotherUserIsRefused() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.getAttribute(directory, "unix:uid").equals(0), "Only root can give files away.");
    Path cache = Files.createDirectory(directory.resolve("cache"));
    Files.setAttribute(cache, "unix:uid", 65_000);
    assertThatThrownBy(() -> CacheDirectory.at(cache))
        .isInstanceOf(SandboxStartException.class)
        .hasMessageContaining("belongs to user 65000");
  }

  @Test
  void anEntryThatFailsHalfwayIsNeverThere() throws Exception {
    CacheDirectory cache = CacheDirectory.at(directory.resolve("cache"));
    assertThatThrownBy(
            () ->
                cache.directory(
                    "entry",
                    made -> {
                      Files.createFile(made.resolve("half"));
                      throw new IOException("power cut");
                    }))
        .hasMessage("power cut");
    try (Stream<Path> left = Files.list(directory.resolve("cache"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void ofManyThatMakeOneEntryAtOnceAllGetACompleteOne() throws Exception {
    Path path = directory.resolve("cache");
    CyclicBarrier together = new CyclicBarrier(4);
    List<CompletableFuture<Path>> makers =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> make(path, together), task -> new Thread(task).start()))
            .toList();
    for (CompletableFuture<Path> maker : makers) {
      assertThat(maker.get().resolve("file")).hasContent("content");
    }
    try (Stream<Path> left = Files.list(path)) {
      assertThat(left).hasSize(1);
    }
  }

  private static Path make(Path path, CyclicBarrier together) {
    try {
      return CacheDirectory.at(path)
          .directory(
              "entry",
              made -> {
                Files.writeString(made.resolve("file"), "content");
                await(together);
              });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier together) throws IOException {
    try {
      together.await();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Test
  void theStandardPlaceDependsOnTheUser() {
    assertThat(CacheDirectory.standardPath(Map.of("XDG_CACHE_HOME", "/c"), "root", "/root"))
        .isEqualTo(Path.of("/var/cache/airlock"));
    assertThat(CacheDirectory.standardPath(Map.of("XDG_CACHE_HOME", "/c"), "ann", "/home/ann"))
        .isEqualTo(Path.of("/c/airlock"));
    assertThat(CacheDirectory.standardPath(Map.of("XDG_CACHE_HOME", "rel"), "ann", "/home/ann"))
        .isEqualTo(Path.of("/home/ann/.cache/airlock"));
  }

  @Test
  void aUserWithoutAnAccountHasItInHome() {
    assertThat(CacheDirectory.standardPath(Map.of("HOME", "/app"), "?", "?"))
        .isEqualTo(Path.of("/app/.cache/airlock"));
    assertThat(CacheDirectory.standardPath(Map.of(), "?", "?"))
        .isEqualTo(Path.of("/.cache/airlock"));
  }

  private java.util.Set<java.nio.file.attribute.PosixFilePermission> permissions(String name)
      throws IOException {
    return Files.getPosixFilePermissions(directory.resolve(name));
  }
}
