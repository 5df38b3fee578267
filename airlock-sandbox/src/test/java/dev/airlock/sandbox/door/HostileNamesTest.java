package dev.airlock.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** No name that a guest makes up reaches a file or a class loader. */
class HostileNamesTest {
  private static final AtomicInteger LISTED = new AtomicInteger();
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final Set<String> LISTED_NAMES = Set.of("org.Secret", "org/Secret.class");
  private static final SpyLoader LOADER = spyLoader();
  private static final LoaderMirror MIRROR = new LoaderMirror();
  private static final ClassDoor DOOR =
      new ClassDoor(
          MIRROR,
          new ResourcePolicy(List.of("**")),
          (place, feature) -> new SpyRoot(place, LISTED, OPENED),
          new ContentCache(0));

  private static SpyLoader spyLoader() {
    try {
      return new SpyLoader();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void close() throws Exception {
    DOOR.close();
    LOADER.close();
  }

  @Property(tries = 2_000)
  void hostileNamesAreAbsentAndTouchNothing(@ForAll("hostileNames") String name) throws Exception {
    int number = MIRROR.of(LOADER);
    DoorSession session = DOOR.open(LOADER.owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

    assertThat(session.wantClass(number, name).isAbsent()).isTrue();
    assertThat(session.wantResources(number, name)).isEmpty();

    assertThat(LISTED.get()).isLessThanOrEqualTo(1);
    assertThat(OPENED).hasValue(0);
    assertThat(LOADER.asked).hasValue(0);
  }

  @Provide
  Arbitrary<String> hostileNames() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "..",
            ".",
            "/",
            "\\",
            "%2e",
            "%2f",
            "\0",
            "org",
            "Secret",
            ".class",
            "etc",
            "passwd",
            "META-INF",
            "BOOT-INF",
            "!/",
            "jar:file:",
            ":",
            "\u202e",
            "\ud800",
            "[L",
            ";",
            "$",
            "application.properties",
            "*",
            "**",
            "?",
            " ",
            "//",
            "~",
            "\uff0e");
    Arbitrary<String> made = pieces.list().ofMinSize(0).ofMaxSize(8).map(p -> String.join("", p));
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(600);
    return Arbitraries.oneOf(made, any).filter(name -> !LISTED_NAMES.contains(name));
  }

  @Example
  void theSpySeesWhatIsServed() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    LoaderMirror mirror = new LoaderMirror();
    ClassDoor door =
        new ClassDoor(
            mirror,
            ResourcePolicy.LIBRARIES_ONLY,
            (place, feature) -> new SpyRoot(place, new AtomicInteger(), opened),
            new ContentCache(0));
    DoorSession session = door.open(LOADER.owner, "m()").enter(11, DoorLimits.DEFAULT, Set.of());

    session.wantClass(mirror.of(LOADER), "org.Secret");

    assertThat(opened).hasValue(1);
  }

  /** Counts listings and openings; has a class and a secret. */
  private static final class SpyRoot extends CodeRoot {
    private final AtomicInteger listed;
    private final AtomicInteger opened;

    SpyRoot(Place place, AtomicInteger listed, AtomicInteger opened) {
      super(place);
      this.listed = listed;
      this.opened = opened;
    }

    @Override
    boolean isArchive() {
      return true;
    }

    @Override
    Listing list() {
      listed.incrementAndGet();
      Listing listing = new Listing(List.of());
      for (String path : List.of("org/Secret.class", "application.properties")) {
        listing.add(path, new SpyEntry());
      }
      return listing;
    }

    @Override
    public void close() {}

    private final class SpyEntry extends CodeEntry {
      SpyEntry() {
        super(SpyRoot.this);
      }

      @Override
      InputStream open() {
        opened.incrementAndGet();
        return InputStream.nullInputStream();
      }
    }
  }

  /** Counts who asks it for anything. */
  private static final class SpyLoader extends URLClassLoader {
    final AtomicInteger asked = new AtomicInteger();
    final Class<?> owner;

    SpyLoader() throws IOException {
      super(new URL[] {Path.of("target").toUri().toURL()}, null);
      String name = Owner.class.getName();
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = Owner.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        owner = defineClass(name, bytes, 0, bytes.length);
      }
      asked.set(0);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.incrementAndGet();
      return super.loadClass(name, resolve);
    }

    @Override
    public URL findResource(String name) {
      asked.incrementAndGet();
      return super.findResource(name);
    }
  }

  /** Is defined again by the spy. */
  static final class Owner {}
}
