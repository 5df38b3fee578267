package dev.airlock.sandbox.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar file, as a JVM of the guest's release sees it. Open from its listing until it is closed.
 */
final class JarRoot extends CodeRoot {
  private final int guestFeature;
  private @Nullable JarFile jar;

  JarRoot(Path location, int guestFeature) {
    super(location);
    this.guestFeature = guestFeature;
  }

  @Override
  boolean isArchive() {
    return true;
  }

  @Override
  Listing list() throws IOException {
    JarFile opened =
        new JarFile(
            location().toFile(),
            false,
            ZipFile.OPEN_READ,
            Runtime.Version.parse(Integer.toString(guestFeature)));
    jar = opened;
    Listing listing = new Listing(classPathOf(opened.getManifest()));
    Iterator<JarEntry> entries = opened.versionedStream().iterator();
    while (entries.hasNext()) {
      JarEntry entry = entries.next();
      if (!entry.isDirectory() && !listing.add(entry.getName(), new InJar(this, opened, entry))) {
        warnFull();
        break;
      }
    }
    return listing;
  }

  @Override
  public synchronized void close() throws IOException {
    if (jar != null) {
      jar.close();
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
