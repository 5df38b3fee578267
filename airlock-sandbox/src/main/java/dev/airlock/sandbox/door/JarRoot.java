package dev.airlock.sandbox.door;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar file, or an archive or directory in one, as a JVM of the guest's release sees it. Open from
 * its listing until it is closed.
 */
final class JarRoot extends CodeRoot {
  private final Runtime.Version guest;
  private @Nullable JarFile jar;
  private boolean wholeArchive = true;

  JarRoot(Place place, int guestFeature) {
    super(place);
    this.guest = Runtime.Version.parse(Integer.toString(guestFeature));
  }

  @Override
  synchronized boolean isArchive() {
    return wholeArchive;
  }

  @Override
  Listing list() throws IOException {
    JarFile opened = open(place().file(), ZipFile.OPEN_READ);
    String inside = place().inside();
    if (inside.isEmpty()) {
      return list(opened, "", classPathOf(opened.getManifest()));
    }
    ZipEntry entry = opened.getEntry(inside);
    if (entry != null && entry.isDirectory()) {
      wholeArchive = false;
      return list(opened, inside + "/", List.of());
    }
    try (opened) {
      if (entry == null) {
        throw new FileNotFoundException(place().toString());
      }
      return list(copy(opened, entry), "", List.of());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }

  private Listing list(JarFile opened, String prefix, List<String> classPath) {
    jar = opened;
    Listing listing = new Listing(classPath);
    Iterator<JarEntry> entries = opened.versionedStream().iterator();
    while (entries.hasNext()) {
      JarEntry entry = entries.next();
      if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
        continue;
      }
      String path = entry.getName().substring(prefix.length());
      if (!listing.add(path, new InJar(this, opened, entry))) {
        warnFull();
        break;
      }
    }
    return listing;
  }

  private JarFile open(Path file, int mode) throws IOException {
    return new JarFile(file.toFile(), false, mode, guest);
  }

  /** An inner archive as a file of its own, which goes when it is closed. */
  private JarFile copy(JarFile outer, ZipEntry inner) throws IOException {
    Path copy = Files.createTempFile("airlock-", ".jar");
    try (InputStream in = outer.getInputStream(inner)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return open(copy, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  private static List<String> classPathOf(@Nullable Manifest manifest) {
    String value =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return value == null || value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
  }

  private static final class InJar extends CodeEntry {
    private final JarFile jar;
    private final JarEntry entry;

    InJar(JarRoot root, JarFile jar, JarEntry entry) {
      super(root);
      this.jar = jar;
      this.entry = entry;
    }

    @Override
    InputStream open() throws IOException {
      return jar.getInputStream(entry);
    }
  }
}
