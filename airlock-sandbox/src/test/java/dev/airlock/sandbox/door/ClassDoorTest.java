package dev.airlock.sandbox.door;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers in names are those of the catalogue of hostile cases. */
class ClassDoorTest {
  private static final String OWNER = "package org.sample; public class Owner { class Inner {} }";
  private static final String OTHER = "package org.sample; public class Other {}";

  @TempDir Path workspace;
  private SampleCode code;
  private final LoaderMirror mirror = new LoaderMirror();
  private final ClassDoor door = new ClassDoor(mirror, ResourcePolicy.LIBRARIES_ONLY);

  @BeforeEach
  void prepare() {
    code = new SampleCode(workspace);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application.properties",
        "./application.properties",
        "org/../application.properties",
        "/application.properties",
        "org/sample/../../application.properties",
        "%2e/application.properties",
        "..\\application.properties",
        "application.properties\0",
        "application\uFF0Eproperties",
        "\u2024/application.properties",
        "/etc/passwd",
        "../../../../etc/passwd",
        "file:/etc/passwd",
        "",
        "org",
        "org/",
        "org/sample",
        ".",
        "/"
      })
  void c01C02NeitherPathsNorDirectoriesAreServed(String name) throws Exception {
    Path classes = code.classes(OWNER);
    Files.writeString(classes.resolve("application.properties"), "password=x");
    Path jar = code.jar(classes, Map.of());
    for (Path root : List.of(classes, jar)) {
      URLClassLoader loader = loader(root);
      DoorSession session = open(loader, "org.sample.Owner");
      assertThat(session.wantClass(mirror.of(loader), "org.sample.Owner").isAbsent()).isFalse();

      assertThat(session.wantClass(mirror.of(loader), name)).isSameAs(ClassAnswer.ABSENT);
      assertThat(session.wantResources(mirror.of(loader), name)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/nothing",
        "META-INF/store.p12",
        "certs/server.pem",
        ".git/config",
        "logback.xml",
        "sub/.ENV.local",
        "conf/DB-Password.txt",
        "aws/credentials.json",
        ".aws/config",
        "api_token.txt"
      })
  void c04SecretsOfALibraryAreNotServed(String name) throws Exception {
    Path jar =
        code.jar(
            code.classes(OWNER), name.endsWith("nothing") ? Map.of() : Map.of(name, text("x")));
    URLClassLoader loader = loader(jar);
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");

    assertThat(session.wantResources(mirror.of(loader), name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOT-INF.classes.org.sample.Hidden",
        "META-INF.versions.9.org.sample.Hidden",
        "org/sample/Owner",
        "org.sample.Owner.class",
        "org.sample.owner",
        "[Lorg.sample.Owner;",
        "org..sample.Owner",
        ".org.sample.Owner",
        "org.sample.Owner\0",
        "java.lang.String",
        "org.sample.Notes"
      })
  void c04OnlyExactClassNamesAreServed(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(code.classes(OTHER).resolve("org/sample/Other.class"));
    Path jar =
        code.jar(
            code.classes(OWNER),
            Map.of(
                "BOOT-INF/classes/org/sample/Hidden.class", bytes,
                "META-INF/versions/9/org/sample/Hidden.class", bytes,
                "org/sample/Notes.class", text("not a class file"),
                "java/lang/String.class", bytes));
    URLClassLoader loader = loader(jar);

    assertThat(open(loader, "org.sample.Owner").wantClass(mirror.of(loader), name))
        .isSameAs(ClassAnswer.ABSENT);
  }

  @Test
  void c05AirlocksOwnClassesAreAnsweredAsWhatDoesNotExist() throws Exception {
    DoorSession session = door.open(getClass(), "m()").enter(17, DoorLimits.DEFAULT, Set.of());
    int loader = mirror.of(getClass().getClassLoader());

    ClassAnswer refused = session.wantClass(loader, ClassDoor.class.getName());
    ClassAnswer missing = session.wantClass(loader, "org.sample.NotThere");

    assertThat(refused).isSameAs(missing).isSameAs(ClassAnswer.ABSENT);
    assertThat(session.wantClass(loader, "org.assertj.core.api.Assertions").isAbsent()).isFalse();
    assertThat(session.wantResources(loader, "dev/airlock/sandbox/door/ClassDoor.class")).isEmpty();
  }

  @Test
  void c07EachLimitHoldsAtItsValueAndFailsBeyondIt() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    int size = bytes(loader, "org.sample.Owner").length;
    int both = size + bytes(loader, "org.sample.Other").length;
    DoorLimits roomy = DoorLimits.DEFAULT;

    assertLimit(loader, new DoorLimits(2, 9, 9, 1 << 20, 1 << 20, 9, 9), 2, "class requests", 3);
    assertLimit(loader, new DoorLimits(9, 9, 9, both - 1, 1 << 20, 9, 9), 1, "class bytes", both);
    assertLimit(
        loader, new DoorLimits(9, 9, 9, 1 << 20, size - 1, 9, 9), 0, "bytes of one class", size);
    DoorSession session = open(loader, "org.sample.Owner", roomy);
    for (int i = 0; i < roomy.misses(); i++) {
      assertThat(session.wantClass(1, "missing.C" + i).isAbsent()).isTrue();
    }
    DoorLimitException failure =
        catchThrowableOfType(DoorLimitException.class, () -> session.wantClass(1, "one.too.Many"));
    assertThat(failure.limit()).isEqualTo("misses");
    assertThat(failure).hasMessageContaining("1001").hasMessageContaining("1000");
    assertThatThrownBy(() -> session.wantClass(1, "org.sample.Owner")).isSameAs(failure);
    assertThat(session.failure()).isSameAs(failure);
  }

  @Test
  void c07ResourcesAreCountedEachAndTogether() throws Exception {
    Path jar =
        code.jar(code.classes(OWNER), Map.of("a.txt", text("12345"), "b.txt", text("1234567")));
    URLClassLoader loader = loader(jar);
    int number = mirror.of(loader);
    DoorLimits limits = new DoorLimits(9, 9, 9, 1 << 20, 1 << 20, 9, 6);

    DoorSession each = open(loader, "org.sample.Owner", limits);
    each.wantClass(number, "org.sample.Owner");
    assertThat(each.wantResources(number, "a.txt")).containsExactly(text("12345"));
    assertThatThrownBy(() -> each.wantResources(number, "b.txt"))
        .isInstanceOf(DoorLimitException.class)
        .hasMessageContaining("bytes of one resource");
    DoorSession together = open(loader, "org.sample.Owner", limits);
    together.wantClass(number, "org.sample.Owner");
    together.wantResources(number, "a.txt");
    assertThatThrownBy(() -> together.wantResources(number, "a.txt"))
        .isInstanceOf(DoorLimitException.class)
        .hasMessageContaining("resource bytes: 10 where 9");
  }

  @Test
  void c08AClosedDoorAnswersNothing() throws Exception {
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), Map.of("a.txt", text("a"))));
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");

    session.close();

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Owner").isAbsent()).isTrue();
    assertThat(session.wantResources(mirror.of(loader), "a.txt")).isEmpty();
    assertThat(session.ahead()).isEmpty();
  }

  @Test
  void c08TheBytesOfAClassAreSentOnceHoweverManyAsk() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER));
    DoorSession session = open(loader, "org.sample.Owner");
    Callable<ClassAnswer> ask = () -> session.wantClass(mirror.of(loader), "org.sample.Owner");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      long sent = 0;
      for (var answer : threads.invokeAll(List.of(ask, ask, ask, ask, ask, ask, ask, ask))) {
        assertThat(answer.get().isAbsent()).isFalse();
        sent += answer.get().isHeld() ? 0 : 1;
      }
      assertThat(sent).isEqualTo(1);
      assertThat(session.served()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void c09AClassThatChangedAfterItWasServedFails() throws Exception {
    Path classes = code.classes(OWNER);
    URLClassLoader loader = loader(classes);
    LoaderMirror own = new LoaderMirror();
    try (ClassDoor uncached =
        new ClassDoor(own, ResourcePolicy.LIBRARIES_ONLY, CodeRoot::at, new ContentCache(0))) {
      Class<?> owner = loader.loadClass("org.sample.Owner");
      uncached
          .open(owner, "m()")
          .enter(17, DoorLimits.DEFAULT, Set.of())
          .wantClass(own.of(loader), "org.sample.Owner");
      Path changed = code.classes("package org.sample; public class Owner { int evil; }");
      Files.copy(
          changed.resolve("org/sample/Owner.class"),
          Files.newOutputStream(classes.resolve("org/sample/Owner.class")));
      DoorSession second = uncached.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

      assertThatThrownBy(() -> second.wantClass(own.of(loader), "org.sample.Owner"))
          .isInstanceOf(ClassChangedException.class)
          .hasMessageContaining("org.sample.Owner")
          .hasMessageContaining("changed on disk after it was first served");
    }
  }

  @Test
  void aClassThatVanishedAfterItWasListedIsAbsent() throws Exception {
    Path classes = code.classes(OWNER, OTHER);
    URLClassLoader loader = loader(classes);
    DoorSession session = open(loader, "org.sample.Owner");
    session.wantClass(mirror.of(loader), "org.sample.Owner");
    Files.delete(classes.resolve("org/sample/Other.class"));

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Other").isAbsent()).isTrue();
  }

  @Test
  void c10TheLoaderOfAnotherTenantIsAbsent() throws Exception {
    URLClassLoader mine = loader(code.classes(OWNER));
    URLClassLoader other = loader(code.classes(OTHER));
    int otherNumber = mirror.loaderOf(other.loadClass("org.sample.Other"));
    DoorSession session = open(mine, "org.sample.Owner");

    assertThat(session.wantClass(otherNumber, "org.sample.Other").isAbsent()).isTrue();
    assertThat(session.wantClass(0, "org.sample.Owner").isAbsent()).isTrue();
    assertThat(session.wantClass(-1, "org.sample.Owner").isAbsent()).isTrue();

    session.loaderOf(other.loadClass("org.sample.Other"));
    assertThat(session.wantClass(otherNumber, "org.sample.Other").isAbsent()).isFalse();
  }

  @Test
  void aClassTooNewForTheGuestIsNamedWithBothReleases() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER));
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession session = door.open(owner, "m()").enter(11, DoorLimits.DEFAULT, Set.of());

    ClassTooNewException failure =
        catchThrowableOfType(
            ClassTooNewException.class,
            () -> session.wantClass(mirror.of(loader), "org.sample.Owner"));
    assertThat(failure.needed()).isEqualTo(17);
    assertThat(failure.guest()).isEqualTo(11);
    assertThat(failure).hasMessageContaining("org.sample.Owner").hasMessageContaining("17");
    assertThat(session.failure()).isSameAs(failure);
  }

  @Test
  void aPinnedClassIsTakenFromTheLoaderThatDefinedIt() throws Exception {
    Path upper = code.classes(OTHER);
    Path lower = code.classes("package org.sample; public class Other { int own; }");
    URLClassLoader parent = loader(upper);
    URLClassLoader child = new ChildFirst(lower.toUri().toURL(), parent);
    Class<?> own = child.loadClass("org.sample.Other");
    assertThat(own.getClassLoader()).isSameAs(child);
    DoorSession session = door.open(own, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

    ClassAnswer fromChild = session.wantClass(mirror.of(child), "org.sample.Other");
    ClassAnswer fromParent = session.wantClass(mirror.of(parent), "org.sample.Other");

    assertThat(fromChild.loader()).isEqualTo(mirror.of(child));
    assertThat(fromParent.loader()).isEqualTo(mirror.of(parent));
    assertThat(fromChild.bytes()).isNotEqualTo(fromParent.bytes());
  }

  @Test
  void whatIsNotPinnedComesFromTheTopmostLoaderThatHasIt() throws Exception {
    Path shared = code.classes(OTHER);
    URLClassLoader parent = loader(shared);
    URLClassLoader child =
        new URLClassLoader(
            new URL[] {code.classes(OWNER).toUri().toURL(), shared.toUri().toURL()}, parent);
    DoorSession session = open(child, "org.sample.Owner");

    ClassAnswer answer = session.wantClass(mirror.of(child), "org.sample.Other");

    assertThat(answer.loader()).isEqualTo(mirror.of(parent)).isNotEqualTo(mirror.of(child));
  }

  @Test
  void aMultiReleaseJarIsReadForTheGuestsRelease() throws Exception {
    Path base = code.classes("package org.sample; public class Owner { int base; }");
    Path newer = code.classes("package org.sample; public class Owner { int newer; }");
    byte[] bytes = Files.readAllBytes(newer.resolve("org/sample/Owner.class"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(new Attributes.Name("Multi-Release"), "true");
    Path jar =
        code.jar(base, Map.of("META-INF/versions/21/org/sample/Owner.class", bytes), manifest);
    URLClassLoader loader = loader(jar);
    Class<?> owner = loader.loadClass("org.sample.Owner");

    assertThat(answerFor(owner, 17).bytes()).isNotEqualTo(bytes);
    assertThat(answerFor(owner, 21).bytes()).isEqualTo(bytes);
  }

  @Test
  void theClassPathOfAManifestIsFollowed() throws Exception {
    Path other = code.jar(code.classes(OTHER), Map.of());
    Manifest manifest = new Manifest();
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, other.getFileName() + " missing.jar");
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), Map.of(), manifest));

    ClassAnswer answer =
        open(loader, "org.sample.Owner").wantClass(mirror.of(loader), "org.sample.Other");

    assertThat(answer.isAbsent()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"nested:{0}/!{1}!/,/", "file:{0}!/{1}!/,''"})
  void theArchivesAndClassesInAnExecutableJarAreFound(String form, String directoryEnd)
      throws Exception {
    Path library = code.jar(code.classes(OTHER), Map.of("a.txt", text("a")));
    Path application = code.classes(OWNER).resolve("org/sample/Owner.class");
    String classes = "BOOT-INF/classes/";
    Path jar =
        code.jar(
            Files.createDirectory(workspace.resolve("empty")),
            Map.of(
                classes,
                new byte[0],
                classes + "org/sample/Owner.class",
                Files.readAllBytes(application),
                classes + "b.txt",
                text("b"),
                "BOOT-INF/lib/library.jar",
                Files.readAllBytes(library)));
    ClassLoader loader =
        new FatJarLoader(
            Files.readAllBytes(application),
            MessageFormat.format(form, jar, "BOOT-INF/classes" + directoryEnd),
            MessageFormat.format(form, jar, "BOOT-INF/lib/library.jar"));
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession session = door.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());
    int number = mirror.of(loader);

    assertThat(session.wantClass(number, "org.sample.Owner").isAbsent()).isFalse();
    assertThat(session.wantClass(number, "org.sample.Other").isAbsent()).isFalse();
    assertThat(session.wantResources(number, "a.txt")).containsExactly(text("a"));
    assertThat(session.wantResources(number, "b.txt")).isEmpty();
  }

  @Test
  void aLinkOutOfTheTreeDoesNotExist() throws Exception {
    Path classes = code.classes(OWNER);
    Path outside = code.classes(OTHER).resolve("org/sample/Other.class");
    Files.createSymbolicLink(classes.resolve("org/sample/Other.class"), outside);
    Files.createSymbolicLink(classes.resolve("outside"), outside.getParent());
    URLClassLoader loader = loader(classes);
    DoorSession session = open(loader, "org.sample.Owner");

    assertThat(session.wantClass(mirror.of(loader), "org.sample.Other").isAbsent()).isTrue();
    assertThat(session.wantClass(mirror.of(loader), "outside.Other").isAbsent()).isTrue();
  }

  @Test
  void theFirstCallGetsAheadTheOwnerItsSupertypesAndItsNest() throws Exception {
    URLClassLoader parent = loader(code.classes(OTHER));
    Path both =
        code.classes(
            "package org.sample; public class Upper implements Runnable { public void run() {} }",
            "package org.sample; public class Lower extends Upper { class Inner {} record Pair(int a) {} }");
    URLClassLoader loader = new URLClassLoader(new URL[] {both.toUri().toURL()}, parent);
    DoorSession session = open(loader, "org.sample.Lower");

    assertThat(session.ahead())
        .extracting(offer -> offer.asked().name())
        .containsExactlyInAnyOrder(
            "org.sample.Lower",
            "org.sample.Upper",
            "org.sample.Lower$Inner",
            "org.sample.Lower$Pair");
  }

  @Test
  void laterCallsGetAheadWhatEarlierOnesAskedFor() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    try (DoorSession first = open(loader, "org.sample.Owner")) {
      first.wantClass(mirror.of(loader), "org.sample.Other");
    }

    List<ClassOffer> ahead = open(loader, "org.sample.Owner").ahead();

    assertThat(ahead)
        .extracting(ClassOffer::asked)
        .containsExactly(new ClassRef(mirror.of(loader), "org.sample.Other"));
    assertThat(ahead.get(0).answer().bytes()).isNotEmpty();
  }

  @Test
  void aCallThatBrokeALimitTeachesNothing() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    try (DoorSession first =
        open(loader, "org.sample.Owner", new DoorLimits(1, 1, 1, 1 << 20, 1 << 20, 1, 1))) {
      first.wantClass(mirror.of(loader), "org.sample.Other");
      assertThatThrownBy(() -> first.wantClass(mirror.of(loader), "a.B"))
          .isInstanceOf(DoorLimitException.class);
    }

    assertThat(open(loader, "org.sample.Owner").ahead())
        .extracting(offer -> offer.asked().name())
        .doesNotContain("org.sample.Other");
  }

  @Test
  void aReusedGuestIsNotSentWhatItHolds() throws Exception {
    Path jar = code.jar(code.classes(OWNER), Map.of("a.txt", text("a")));
    URLClassLoader loader = loader(jar);
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession first = open(loader, "org.sample.Owner");
    first.wantClass(mirror.of(loader), "org.sample.Owner");
    first.close();

    DoorSession second = door.open(owner, "m()").enter(17, DoorLimits.DEFAULT, first.served());

    assertThat(second.ahead()).isEmpty();
    assertThat(second.wantClass(mirror.of(loader), "org.sample.Owner").isHeld()).isTrue();
    assertThat(second.wantResources(mirror.of(loader), "a.txt")).hasSize(1);
  }

  @Test
  void anArchiveThatServedNoClassToThisCallServesNoResource() throws Exception {
    Path library = code.jar(code.classes(OTHER), Map.of("a.txt", text("a")));
    Path application = code.classes(OWNER);
    URLClassLoader loader = loader(application, library);
    int number = mirror.of(loader);
    DoorSession session = open(loader, "org.sample.Owner");

    assertThat(session.wantResources(number, "a.txt")).isEmpty();
    session.wantClass(number, "org.sample.Other");
    assertThat(session.wantResources(number, "a.txt")).containsExactly(text("a"));
    assertThat(session.wantResources(number, "org/sample/Other.class")).hasSize(1);
    assertThat(session.wantResources(number, "org/sample/Owner.class")).isEmpty();
  }

  @Test
  void theApplicationsArchiveServesOnlyListedResources() throws Exception {
    Map<String, byte[]> entries = new HashMap<>();
    for (String name :
        List.of("a.txt", "templates/a.html", "templates/secret.html", "server.pem")) {
      entries.put(name, text(name));
    }
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), entries));
    LoaderMirror own = new LoaderMirror();
    try (ClassDoor listed =
        new ClassDoor(own, new ResourcePolicy(List.of("templates/*", "server.pem")))) {
      Class<?> owner = loader.loadClass("org.sample.Owner");
      listed.markApplication(owner);
      DoorSession session = listed.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());
      int number = own.of(loader);
      session.wantClass(number, "org.sample.Owner");

      assertThat(session.wantResources(number, "a.txt")).isEmpty();
      assertThat(session.wantResources(number, "templates/a.html")).hasSize(1);
      assertThat(session.wantResources(number, "templates/secret.html")).isEmpty();
      assertThat(session.wantResources(number, "server.pem")).hasSize(1);
      assertThat(session.wantResources(number, "./server.pem")).isEmpty();
    }
  }

  private void assertLimit(
      URLClassLoader loader, DoorLimits limits, int works, String limit, long measured)
      throws Exception {
    DoorSession session = open(loader, "org.sample.Owner", limits);
    int number = mirror.of(loader);
    List<String> names = List.of("org.sample.Owner", "org.sample.Other", "org.sample.Owner");
    for (String name : names.subList(0, works)) {
      session.wantClass(number, name);
    }
    DoorLimitException failure =
        catchThrowableOfType(
            DoorLimitException.class, () -> session.wantClass(number, names.get(works)));
    assertThat(failure.limit()).isEqualTo(limit);
    assertThat(failure.measured()).isEqualTo(measured);
  }

  private byte[] bytes(URLClassLoader loader, String name) throws Exception {
    return open(loader, "org.sample.Owner").wantClass(mirror.of(loader), name).bytes();
  }

  private ClassAnswer answerFor(Class<?> owner, int guestFeature) throws DoorException {
    return door.open(owner, "m()")
        .enter(guestFeature, DoorLimits.DEFAULT, Set.of())
        .wantClass(mirror.loaderOf(owner), owner.getName());
  }

  private DoorSession open(URLClassLoader loader, String owner) throws Exception {
    return open(loader, owner, DoorLimits.DEFAULT);
  }

  private DoorSession open(URLClassLoader loader, String owner, DoorLimits limits)
      throws Exception {
    return door.open(loader.loadClass(owner), "m()").enter(17, limits, Set.of());
  }

  private static URLClassLoader loader(Path... roots) throws Exception {
    URL[] urls = new URL[roots.length];
    for (int i = 0; i < roots.length; i++) {
      urls[i] = roots[i].toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** Names its places as the loader of an executable jar does. */
  private static final class FatJarLoader extends URLClassLoader {
    private final byte[] owner;

    FatJarLoader(byte[] owner, String... urls) throws Exception {
      super(new URL[0], ClassLoader.getPlatformClassLoader());
      this.owner = owner;
      for (String url : urls) {
        addURL(new URL(null, "jar:" + url, new NoHandler()));
      }
    }

    @Override
    protected Class<?> findClass(String name) {
      return defineClass(name, owner, 0, owner.length);
    }
  }

  private static final class NoHandler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("Only the name counts.");
    }
  }

  /** As an application server loads a web application. */
  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL url, ClassLoader parent) {
      super(new URL[] {url}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> type = findLoadedClass(name);
      if (type == null && name.startsWith("org.sample.")) {
        return findClass(name);
      }
      return type == null ? super.loadClass(name, resolve) : type;
    }
  }
}
