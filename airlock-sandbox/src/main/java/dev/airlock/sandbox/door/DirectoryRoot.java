package dev.airlock.sandbox.door;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A directory of classes. A symbolic link counts as the file it leads to if that is in the same
 * directory tree; any other link is as if it were not there.
 */
final class DirectoryRoot extends CodeRoot {
  DirectoryRoot(Place place) {
    super(place);
  }

  @Override
  boolean isArchive() {
    return false;
  }

  @Override
  Listing list() throws IOException {
    Listing listing = new Listing(List.of());
    Files.walkFileTree(place().file(), new Visitor(listing));
    return listing;
  }

  @Override
  public void close() {
    // Holds nothing open.
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Listing listing;

    Visitor(Listing listing) {
      this.listing = listing;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path real = file;
      if (attributes.isSymbolicLink()) {
        if (!Files.isRegularFile(file)) {
          return FileVisitResult.CONTINUE;
        }
        real = file.toRealPath();
      } else if (!attributes.isRegularFile()) {
        return FileVisitResult.CONTINUE;
      }
      if (!real.startsWith(place().file())) {
        return FileVisitResult.CONTINUE;
      }
      String name = place().file().relativize(file).toString().replace(File.separatorChar, '/');
      if (!listing.add(name, new OnDisk(DirectoryRoot.this, real))) {
        warnFull();
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static final class OnDisk extends CodeEntry {
    private final Path file;

    OnDisk(DirectoryRoot root, Path file) {
      super(root);
      this.file = file;
    }

    @Override
    InputStream open() throws IOException {
      // What was a file when it was listed may be a link by now.
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
