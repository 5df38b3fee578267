package dev.airlock.sandbox.image;

import dev.airlock.sandbox.SandboxStartException;
import dev.airlock.sandbox.process.Executables;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prepared root directory for guests, to be mounted read-only.
 *
 * <p>It holds a few of the host's libraries, mount points ({@code /jdk}, {@code /tmp}, {@code
 * /dev/*}, {@link #EXCHANGE}), configuration of its own, and the jar that guests run. It is found
 * by the hash of what it is made of, so an update of the host's packages makes a new one. All
 * guests share it.
 */
public final class GuestImage {
  /** Where the jar is in the guest. */
  public static final String JAR = "/airlock/shim.jar";

  /** A mount point in the guest for a directory that is shared with the host. */
  public static final String EXCHANGE = "/airlock/exchange";

  /** Where the program that sets limits is in the guest. */
  public static final String PRLIMIT = "/usr/bin/prlimit";

  /**
   * The devices of the guest. There is no {@code /dev/zero}: a shared mapping of it is memory that
   * no limit of the process counts.
   */
  public static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");

  /** To be changed with what this class puts into an image. */
  private static final String LAYOUT = "2";

  private static final String LOCALE = "/usr/lib/locale/C.utf8";

  private final Path directory;
  private final GuestJdk jdk;

  private GuestImage(Path directory, GuestJdk jdk) {
    this.directory = directory;
    this.jdk = jdk;
  }

  /**
   * Finds the image for a runtime and a jar, or makes it. Blocks, when it has to be made, for about
   * a second.
   *
   * @throws SandboxStartException if something is missing on this machine or cannot be read or
   *     written
   */
  public static GuestImage prepare(CacheDirectory cache, GuestJdk jdk, ShimJar jar)
      throws SandboxStartException {
    try {
      byte[] program = read(jar);
      Path directory =
          cache.directory("image-" + hash(jdk, program), made -> fill(made, jdk, program));
      return new GuestImage(directory, jdk);
    } catch (IOException e) {
      throw new SandboxStartException(
          "The image for guests could not be prepared: " + e,
          "Make what the message names available, or choose another airlock.cache-dir",
          e);
    }
  }

  /** The directory that is the guest's {@code /}. */
  public Path root() {
    return directory.resolve("root");
  }

  /** The runtime that belongs at {@link GuestJdk#GUEST_HOME}. */
  public GuestJdk jdk() {
    return jdk;
  }

  /**
   * The archive of loaded classes of that name, as the guest sees it; empty while there is none.
   */
  public Optional<String> archive(String name) {
    return Files.isRegularFile(archiveFile(name), LinkOption.NOFOLLOW_LINKS)
        ? Optional.of("/airlock/" + name)
        : Optional.empty();
  }

  /**
   * Adds an archive of loaded classes. Guests that start from now on find it complete.
   *
   * @param made a regular file, which is copied
   */
  public void addArchive(String name, Path made) throws IOException {
    if (!Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileNotFoundException(made + " is not a regular file");
    }
    Path building = Files.createTempFile(directory, "archive-", "");
    try {
      Files.copy(made, building, StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(building, PosixFilePermissions.fromString("r--r--r--"));
      FileTree.settle(building);
      Files.move(building, archiveFile(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(building);
    }
  }

  private Path archiveFile(String name) {
    return root().resolve("airlock").resolve(name);
  }

  private static byte[] read(ShimJar jar) throws IOException {
    try (InputStream in = jar.open()) {
      return in.readAllBytes();
    }
  }

  private static void fill(Path directory, GuestJdk jdk, byte[] program) throws IOException {
    Path root = directory.resolve("root");
    for (String mountPoint : List.of(GuestJdk.GUEST_HOME, "/tmp", EXCHANGE)) {
      FileTree.makeDirectory(within(root, mountPoint));
    }
    for (String device : DEVICES) {
      FileTree.write(within(root, device), "");
    }
    List<Path> binaries = new ArrayList<>(jdk.binaries());
    binaries.add(prlimit());
    for (Map.Entry<String, Path> library : SharedLibraries.neededBy(binaries).entrySet()) {
      if (!library.getValue().startsWith(jdk.home())) {
        FileTree.copy(library.getValue(), within(root, library.getKey()));
      }
    }
    for (Map.Entry<String, Path> file : jdk.outside().entrySet()) {
      FileTree.copy(file.getValue(), within(root, file.getKey()));
    }
    FileTree.copy(prlimit(), within(root, PRLIMIT));
    if (Files.isDirectory(Path.of(LOCALE))) {
      FileTree.copy(Path.of(LOCALE), within(root, LOCALE));
    }
    Fonts.copyTo(root);
    configure(root);
    FileTree.write(within(root, JAR), program);
  }

  private static void configure(Path root) throws IOException {
    FileTree.write(
        root.resolve("etc/passwd"), "airlock:x:65534:65534:airlock:/tmp:/usr/bin/false\n");
    FileTree.write(root.resolve("etc/hosts"), "127.0.0.1 localhost airlock\n");
    FileTree.write(root.resolve("etc/nsswitch.conf"), "passwd: files\nhosts: files\n");
  }

  private static Path prlimit() throws IOException {
    return Executables.ofSystem("prlimit")
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    "prlimit is not in /usr/bin or /bin (apt-get install util-linux)"));
  }

  private static Path within(Path root, String guestPath) {
    return root.resolve(guestPath.substring(1));
  }

  private static String hash(GuestJdk jdk, byte[] program) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(program);
      String rest =
          LAYOUT
              + System.getProperty("os.arch")
              + jdk.identity()
              + GuestJdk.stamp(prlimit())
              // Rewritten whenever a package with libraries is installed or updated.
              + GuestJdk.stamp(Path.of("/etc/ld.so.cache"));
      digest.update(rest.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
